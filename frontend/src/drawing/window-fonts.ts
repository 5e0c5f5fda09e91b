import cyrillicBold from "@fontsource/inter/files/inter-cyrillic-600-normal.woff?url";
import cyrillic from "@fontsource/inter/files/inter-cyrillic-400-normal.woff?url";
import greekBold from "@fontsource/inter/files/inter-greek-600-normal.woff?url";
import greek from "@fontsource/inter/files/inter-greek-400-normal.woff?url";
import latinBold from "@fontsource/inter/files/inter-latin-600-normal.woff?url";
import latin from "@fontsource/inter/files/inter-latin-400-normal.woff?url";
import latinExtBold from "@fontsource/inter/files/inter-latin-ext-600-normal.woff?url";
import latinExt from "@fontsource/inter/files/inter-latin-ext-400-normal.woff?url";
import type { FontFile } from "./fonts";

const urls: Record<Parameters<FontFile>[0], Record<Parameters<FontFile>[1], string>> = {
  latin: { regular: latin, bold: latinBold },
  "latin-ext": { regular: latinExt, bold: latinExtBold },
  greek: { regular: greek, bold: greekBold },
  cyrillic: { regular: cyrillic, bold: cyrillicBold },
};

/** The font files that are packed with the window. */
export const windowFont: FontFile = async (script, weight) =>
  new Uint8Array(await (await fetch(urls[script][weight])).arrayBuffer());
