import type { Words } from "../words";
import { assistant } from "./assistant";
import { backups } from "./backups";
import { files } from "./files";
import { frame } from "./frame";
import { portfolio } from "./portfolio";
import { programs } from "./programs";
import { records } from "./records";
import { reports } from "./reports";
import { words } from "./words";

/** Every text of the window. "{{x}}" is filled in; keys that end in _one and _other are chosen by count. */
export const en = {
  ...words,
  ...programs,
  ...records,
  ...portfolio,
  ...files,
  ...backups,
  ...reports,
  ...frame,
  ...assistant,
} as const;

/** The shape that the catalogue of every language has. */
export type Catalogue = Words<typeof en>;
