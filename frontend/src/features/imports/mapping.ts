import { portfolio, type desk } from "../../bridge/model";

/** What a person says of the columns of a file: the field that each is read into by its header, "" for one that is not read. */
export type Choices = Readonly<Record<string, string>>;

/** Why a column is read as it is: how sure the proposal is, or who said so. */
export type Reason = portfolio.Confidence | "remembered" | "chosen";

/** The fields of which one at least says which program a row is about. */
const naming = ["name", "external_id", "id"];

/** The choices that the headers and values of the file propose. */
export function proposedChoices({ columns }: portfolio.FileLayout): Choices {
  return Object.fromEntries(columns.map(({ header, field }) => [header, field]));
}

/** The choices that were made for a file of this layout before. */
export function rememberedChoices(
  { columns }: portfolio.FileLayout,
  { mapping }: portfolio.RememberedLayout,
): Choices {
  const fields = new Map(Object.entries(mapping).map(([field, header]) => [header, field]));
  return Object.fromEntries(columns.map(({ header }) => [header, fields.get(header) ?? ""]));
}

/** The column of each field, "" for a field that is not read: nothing is left for Go to propose. */
export function mappingOf(choices: Choices, fields: readonly string[]): Record<string, string> {
  const mapping = Object.fromEntries(fields.map((field) => [field, ""]));
  for (const [header, field] of Object.entries(choices)) if (field !== "") mapping[field] = header;
  return mapping;
}

/** The fields that more than one column is read into, with the headers of those. */
export function conflictsOf(choices: Choices): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  for (const [header, field] of Object.entries(choices)) {
    if (field !== "") headers.set(field, [...(headers.get(field) ?? []), header]);
  }
  return new Map([...headers].filter(([, of]) => of.length > 1));
}

/** Whether a column says which program a row is about. */
export function namesPrograms(choices: Choices): boolean {
  return Object.values(choices).some((field) => naming.includes(field));
}

/** Whether files can be taken in as they are mapped. */
export function isComplete(choices: Choices): boolean {
  return namesPrograms(choices) && conflictsOf(choices).size === 0;
}

/** Whether the person says what becomes of the issues of a file. */
export function asksForIssues({ kind }: portfolio.FileLayout): boolean {
  return kind === portfolio.FileKind.Jira;
}

/** Whether the columns of a file need no look: they were mapped before, or every proposal is certain. */
export function needsNoLook({ layout, remembered }: desk.FilePreview): boolean {
  if (asksForIssues(layout)) return false;
  if (layout.columns.length === 0) return true;
  if (remembered) return isComplete(rememberedChoices(layout, remembered));
  return (
    namesPrograms(proposedChoices(layout)) &&
    layout.columns.every(({ confidence }) => confidence !== portfolio.Confidence.Likely)
  );
}

/** Why a column is read as it is, where `before` are the choices that the person began with. */
export function reasonOf(
  column: portfolio.FileColumn,
  choices: Choices,
  before: Choices,
  isRemembered: boolean,
): Reason {
  const now = choices[column.header] ?? "";
  if (now !== (before[column.header] ?? "")) return "chosen";
  if (now === "") return portfolio.Confidence.None;
  return isRemembered ? "remembered" : column.confidence;
}

/** The day that all files that say one were true for; null where they say none, or more than one. */
export function proposedDay(layouts: readonly portfolio.FileLayout[]): string | null {
  const days = new Set(layouts.flatMap(({ proposed_as_of: day }) => (day === null ? [] : [day])));
  return days.size === 1 ? ([...days][0] ?? null) : null;
}

/** The name of a file without the folders that it is in. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
