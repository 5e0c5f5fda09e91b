import { useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { desk } from "../../bridge/model";
import { parseDay, today } from "../../lib/dates";
import {
  isComplete,
  mappingOf,
  needsNoLook,
  proposedChoices,
  proposedDay,
  rememberedChoices,
  type Choices,
} from "./mapping";
import { checkQuery, inspectQuery } from "./queries";

export const steps = ["files", "columns", "check"] as const;
export type Step = (typeof steps)[number];

/** A file of the wizard: what is known of it, and how its columns are read. */
export interface WizardFile {
  path: string;
  preview: desk.FilePreview | undefined;
  error: Error | null;
  /** The sheet that the person chose, now or for the last file like it, "" where it is chosen by its columns; and those to choose from, of a workbook. */
  sheet: string;
  sheets: string[];
  choices: Choices;
  /** The choices that the person began with: remembered ones, or the proposals of the file. */
  before: Choices;
  /** Whether those are remembered. */
  isRemembered: boolean;
  /** Whether the issues of an export of Jira come in as milestones. */
  withIssues: boolean;
}

/** What a person has said of a file. */
interface Said {
  sheet?: string;
  /** Those there were to choose from: the chosen one is still read, or cannot be. */
  sheets?: string[];
  choices?: Choices;
  /** Its own headers count, whatever was remembered. */
  ownHeaders?: boolean;
  withIssues?: boolean;
}

/** The choices of a person from the files to the import. Going back keeps them. */
export function useWizard(picked: string[]) {
  const [paths, setPaths] = useState(picked);
  const [said, setSaid] = useState<Record<string, Said>>({});
  const [chosen, setStep] = useState<Step>();
  const [typedDay, setTypedDay] = useState<string>();

  const previews = useQueries({ queries: paths.map((path) => inspectQuery(path, said[path]?.sheet)) });
  const files = paths.map((path, index) =>
    wizardFile(path, previews[index]?.data, previews[index]?.error ?? null, said[path]),
  );
  const known = files.flatMap(({ preview }) => (preview ? [preview] : []));
  const isRead = files.length > 0 && known.length === files.length;
  const isMapped =
    isRead && files.every(({ preview, choices }) => hasNoColumns(preview) || isComplete(choices));
  const step = !isRead ? "files" : (chosen ?? (known.every(needsNoLook) ? "check" : "columns"));

  const day = dayOfFigures(known, typedDay);
  const ready = step === "check" && isMapped && day.asOf !== undefined;
  const toImport = files.map(({ path, preview, sheet, choices, withIssues }) => ({
    path,
    sheet,
    mapping: hasNoColumns(preview) ? {} : mappingOf(choices, preview?.fields ?? []),
    key: preview?.layout.key ?? "",
    issues_as_milestones: withIssues,
  }));
  const check = useQuery(checkQuery(ready ? toImport : undefined, day.asOf ?? ""));

  const say = (path: string, what: Said) => setSaid((all) => ({ ...all, [path]: { ...all[path], ...what } }));
  return {
    files,
    step,
    isRead,
    isMapped,
    day,
    check: ready ? check : undefined,
    toImport,
    goTo: setStep,
    setDay: setTypedDay,
    add: (more: string[]) => setPaths((all) => [...new Set([...all, ...more])]),
    remove: (path: string) => setPaths((all) => all.filter((other) => other !== path)),
    chooseSheet: ({ path, sheets }: WizardFile, sheet: string) =>
      setSaid((all) => ({ ...all, [path]: { sheet, sheets } })),
    choose: (file: WizardFile, header: string, field: string) =>
      say(file.path, { choices: { ...file.choices, [header]: field } }),
    takeIssues: (file: WizardFile, withIssues: boolean) => say(file.path, { withIssues }),
    useOwnHeaders: ({ path, sheet, sheets }: WizardFile, ownHeaders: boolean) =>
      setSaid((all) => ({ ...all, [path]: { sheet, sheets, ownHeaders } })),
  };
}

export type Wizard = ReturnType<typeof useWizard>;

function hasNoColumns(preview: desk.FilePreview | undefined): boolean {
  return preview?.layout.columns.length === 0;
}

function wizardFile(
  path: string,
  preview: desk.FilePreview | undefined,
  error: Error | null,
  said: Said = {},
): WizardFile {
  const remembered = said.ownHeaders ? undefined : preview?.remembered;
  const before = !preview
    ? {}
    : remembered
      ? rememberedChoices(preview.layout, remembered)
      : proposedChoices(preview.layout);
  return {
    path,
    preview,
    error,
    sheet: said.sheet ?? preview?.sheet ?? "",
    sheets: preview?.layout.sheets ?? said.sheets ?? [],
    choices: said.choices ?? before,
    before,
    isRemembered: remembered !== null && remembered !== undefined,
    withIssues: said.withIssues ?? false,
  };
}

/** The day that the figures are true for, as the field shows it and as Go gets it. */
export interface DayOfFigures {
  text: string;
  /** What Go gets: "" for today, where nobody says another day. Undefined where the text is no day, or one that is refused. */
  asOf: string | undefined;
  problem: "invalid" | "tooEarly" | undefined;
  /** The newest day of the portfolio, before which it takes no figures. */
  newest: string | null;
  /** A year that the files speak of without saying the day, while nobody has said one. */
  year: number | undefined;
}

function dayOfFigures(known: desk.FilePreview[], typed: string | undefined): DayOfFigures {
  const newest = known.reduce<string | null>(
    (latest, { newest_as_of: day }) => (day !== null && (latest === null || day > latest) ? day : latest),
    null,
  );
  const proposed = proposedDay(known.map(({ layout }) => layout));
  // A clock that was set back does not keep people from working: Go takes the newest day then, too.
  const usual = newest !== null && newest > today() ? newest : today();
  const text = typed ?? proposed ?? usual;
  const day = parseDay(text);
  const problem = day === undefined ? "invalid" : newest !== null && day < newest ? "tooEarly" : undefined;
  const isUsual = typed === undefined && proposed === null;
  const year = known.find(({ layout }) => layout.year !== 0)?.layout.year;
  return {
    text,
    problem,
    newest,
    asOf: problem ? undefined : isUsual ? "" : day,
    year: isUsual && year !== undefined && !today().startsWith(String(year)) ? year : undefined,
  };
}
