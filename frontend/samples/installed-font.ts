import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { FontFile } from "../src/drawing/fonts";

const require = createRequire(import.meta.url);

/** The fonts where they were installed. */
export const installedFont: FontFile = async (script, weight) => {
  const file = `@fontsource/inter/files/inter-${script}-${weight === "bold" ? 600 : 400}-normal.woff`;
  return new Uint8Array(await readFile(require.resolve(file)));
};
