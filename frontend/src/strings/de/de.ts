import { assistant } from "./assistant";
import { backups } from "./backups";
import { files } from "./files";
import { frame } from "./frame";
import { portfolio } from "./portfolio";
import { programs } from "./programs";
import { records } from "./records";
import { reports } from "./reports";
import { words } from "./words";
import type { Catalogue } from "../en/en";

/** The window in German. The types make a missing or an extra key a fault of compilation. */
export const de: Catalogue = {
  ...words,
  ...programs,
  ...records,
  ...portfolio,
  ...files,
  ...backups,
  ...reports,
  ...frame,
  ...assistant,
};
