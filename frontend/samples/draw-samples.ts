/**
 * Draws reports as files: node_modules/.bin/jiti samples/draw-samples.ts FOLDER. For each report FOLDER/NAME.json it writes
 * NAME.pptx and NAME.pdf beside it.
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import i18next from "i18next";
import { drawPdf, drawPptx } from "../src/features/reports/draw/draw";
import type { FontFile } from "../src/features/reports/draw/fonts";
import type { Report } from "../src/features/reports/draw/report";
import { drawingWords } from "../src/features/reports/draw/words";
import { de } from "../src/strings/de";
import { en } from "../src/strings/en";

const require = createRequire(import.meta.url);

/** The fonts where they were installed. */
const installedFont: FontFile = async (script, weight) => {
  const file = `@fontsource/inter/files/inter-${script}-${weight === "bold" ? 600 : 400}-normal.woff`;
  return new Uint8Array(await readFile(require.resolve(file)));
};

const [folder = ".", language = "en"] = process.argv.slice(2);
await i18next.init({
  resources: { en: { translation: en }, de: { translation: de } },
  lng: language,
  interpolation: { escapeValue: false },
});
const words = drawingWords(i18next.t, language);
const house = { name: "Example House", logo: "", accent: "" };
for (const file of (await readdir(folder)).filter((name) => name.endsWith(".json")).sort()) {
  const report = JSON.parse(await readFile(path.join(folder, file), "utf8")) as Report;
  const to = path.join(folder, path.basename(file, ".json"));
  await writeFile(`${to}.pptx`, await drawPptx(report, house, words, installedFont));
  await writeFile(`${to}.pdf`, await drawPdf(report, house, words, installedFont));
}
