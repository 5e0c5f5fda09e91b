import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { isCancelled } from "../../bridge/app-error";
import { desk } from "../../bridge/model";
import { dayOf, formatDay } from "../../lib/dates";
import { Button } from "../../ui/button";
import { SearchField } from "../../ui/search-field";
import { Segments } from "../../ui/segments";
import { CheckRows } from "./check-rows";
import styles from "./check-step.module.css";
import { DayOfFiguresField } from "./day-of-figures-field";
import { fileName } from "./mapping";
import { importTotals, type ImportTotals } from "./queries";
import type { Wizard } from "./use-wizard";

interface CheckStepProps {
  wizard: Wizard;
  /** The import runs. */
  isBusy: boolean;
  failure: Error | null;
}

/** What the import would do, row by row, and the day that its figures are true for. */
export function CheckStep({ wizard, isBusy, failure }: CheckStepProps) {
  const { t } = useTranslation();
  const result = wizard.check?.data;
  return (
    <div className={styles.step}>
      <div className={styles.top}>
        <DayOfFiguresField day={wizard.day} disabled={isBusy} onChange={wizard.setDay} />
        <ColumnsLine wizard={wizard} disabled={isBusy} />
      </div>
      {failure && (
        <p role="alert" className={isCancelled(failure) ? styles.stopped : styles.failure}>
          {failure.message}
        </p>
      )}
      {result ? (
        <Outcome
          key={result.number}
          wizard={wizard}
          number={result.number}
          totals={importTotals(result.files)}
        />
      ) : (
        <p className={styles.waiting}>
          {wizard.check?.isFetching ? t("import.checking") : wizard.day.problem && t("import.dayFirst")}
        </p>
      )}
    </div>
  );
}

/** How the columns are read, in a line, with the way to change it. */
function ColumnsLine({ wizard, disabled }: { wizard: Wizard; disabled: boolean }) {
  const { t, i18n } = useTranslation();
  const tables = wizard.files.filter(({ preview }) => (preview?.layout.columns.length ?? 0) > 0);
  if (tables.length === 0) return null;
  const read = tables.reduce(
    (sum, { choices }) => sum + Object.values(choices).filter((field) => field !== "").length,
    0,
  );
  const all = tables.reduce((sum, { preview }) => sum + (preview?.layout.columns.length ?? 0), 0);
  const [only] = tables;
  const remembered =
    tables.length === 1 && only?.isRemembered && only.choices === only.before && only.preview?.remembered;
  return (
    <div className={styles.columns}>
      <p>
        {remembered
          ? t("import.asMapped", { day: formatDay(dayOf(new Date(remembered.used_at)), i18n.language) })
          : t("import.columnsRead", { read, all })}
      </p>
      <Button kind="quiet" disabled={disabled} onClick={() => wizard.goTo("columns")}>
        {t("import.changeColumns")}
      </Button>
    </div>
  );
}

interface OutcomeProps {
  wizard: Wizard;
  number: number;
  totals: ImportTotals;
}

/** The parts of a check with their counts, and the rows of one of them. */
function Outcome({ wizard, number, totals }: OutcomeProps) {
  const { t, i18n } = useTranslation();
  const [part, setPart] = useState(() => firstPart(totals));
  const [search, setSearch] = useState("");
  const nothing = totals.new + totals.changed === 0;
  return (
    <>
      {nothing && (
        <p role="status" className={styles.nothing}>
          {totals.unchanged > 0 ? t("import.nothingNew") : t("import.nothingUsable")}
        </p>
      )}
      <div className={styles.bar}>
        <Segments
          label={t("import.parts")}
          value={part}
          options={parts.map((value) => ({
            value,
            label: t(`import.${value}`),
            detail: totals[value].toLocaleString(i18n.language),
          }))}
          onChange={setPart}
        />
        <span className={styles.search} onKeyDown={keepEnter}>
          <SearchField label={t("import.search")} value={search} onChange={setSearch} />
        </span>
      </div>
      <CheckRows
        number={number}
        part={part}
        search={search}
        fileNames={wizard.files.length > 1 ? wizard.files.map(({ path }) => fileName(path)) : []}
      />
    </>
  );
}

const parts = [
  desk.CheckPart.New,
  desk.CheckPart.Changed,
  desk.CheckPart.Unchanged,
  desk.CheckPart.Rejected,
  desk.CheckPart.Noted,
] as const;

/** What a person looks at first: what would change, then what is new, then what was not taken. */
function firstPart(totals: ImportTotals): desk.CheckPart {
  const order = [desk.CheckPart.Changed, desk.CheckPart.New, desk.CheckPart.Rejected];
  return order.find((part) => totals[part] > 0) ?? desk.CheckPart.Unchanged;
}

/** Enter in the search looks for rows; it does not take the files in. */
function keepEnter(event: KeyboardEvent) {
  if (event.key === "Enter") event.preventDefault();
}
