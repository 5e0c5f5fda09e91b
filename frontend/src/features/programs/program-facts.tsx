import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { portfolio } from "../../bridge/model";
import { formatDay, parseDay } from "../../lib/dates";
import { readPercent } from "../../lib/percent";
import { Choice } from "../../ui/choice";
import { InlineEdit } from "../../ui/inline-edit";
import { LaunchDate } from "../../vocabulary/day";
import { Progress } from "../../vocabulary/progress";
import { StatusChip, statusTone } from "../../vocabulary/status-chip";
import { stages, statuses } from "../../vocabulary/values";
import { toQuery } from "./address";
import { Fact } from "./fact";
import { useProgramEditing } from "./program-editing";
import styles from "./program-facts.module.css";
import { facetsQuery } from "./queries";

/** What is asked first of a program: how it stands, where it is, who answers for it, when it launches, how much is done. */
export function ProgramFacts() {
  return (
    <dl className={styles.facts}>
      <StatusFact />
      <StageFact />
      <TextFact field="owner" />
      <LaunchFact />
      <ProgressFact />
    </dl>
  );
}

function StatusFact() {
  const { t } = useTranslation();
  const { program, save, readOnly } = useProgramEditing();
  return (
    <Fact field="status">
      <Choice
        kind="quiet"
        readOnly={readOnly}
        label={t("field.status")}
        value={program.status ?? ""}
        options={[...statuses, "" as const].map((status) => ({
          value: status,
          label: status === "" ? t("notReported") : t(`status.${status}`),
          view: <StatusChip status={status === "" ? null : status} />,
        }))}
        onChange={(status) => save({ status: status === "" ? null : status })}
      />
    </Fact>
  );
}

function StageFact() {
  const { t } = useTranslation();
  const { program, save, readOnly } = useProgramEditing();
  return (
    <Fact field="pipeline_stage">
      <Choice
        kind="quiet"
        readOnly={readOnly}
        label={t("field.pipeline_stage")}
        value={program.pipeline_stage ?? ""}
        options={[...stages, "" as const].map((stage) => ({
          value: stage,
          label: stage === "" ? t("notReported") : t(`stage.${stage}`),
          view: stage === "" ? <span className={styles.none}>{t("notReported")}</span> : undefined,
        }))}
        onChange={(stage) => save({ pipeline_stage: stage === "" ? null : stage })}
      />
    </Fact>
  );
}

const textFields = {
  owner: portfolio.Field.Owner,
  team: portfolio.Field.Team,
  product_line: portfolio.Field.ProductLine,
} as const;

/** A field whose values recur from program to program: those that occur are suggested, the most frequent first. */
export function TextFact({ field }: { field: keyof typeof textFields }) {
  const { t } = useTranslation();
  const { program, save, readOnly } = useProgramEditing();
  const facet = useQuery(facetsQuery(toQuery({}))).data?.find((other) => other.field === textFields[field]);
  const suggestions = (facet?.groups ?? [])
    .toSorted((a, b) => b.count - a.count)
    .map(({ value }) => value)
    .filter((value) => value !== "");
  return (
    <Fact field={field}>
      <InlineEdit
        readOnly={readOnly}
        label={t(`field.${field}`)}
        value={program[field]}
        emptyText={t("notReported")}
        suggestions={suggestions}
        onSave={(value) => save({ [field]: value.trim() })}
      />
    </Fact>
  );
}

function LaunchFact() {
  const { program } = useProgramEditing();
  return <DateFact field="launch_date" view={<LaunchDate program={program} />} />;
}

export function DateFact({ field, view }: { field: "launch_date" | "start_date"; view?: ReactNode }) {
  const { t, i18n } = useTranslation();
  const { program, save, readOnly } = useProgramEditing();
  const day = program[field];
  return (
    <Fact field={field}>
      <InlineEdit
        readOnly={readOnly}
        label={t(`field.${field}`)}
        value={day === null ? "" : formatDay(day, i18n.language)}
        view={view}
        emptyText={t("notReported")}
        onSave={(value) => {
          const next = value.trim() === "" ? null : parseDay(value);
          return next === undefined ? t("day.invalid") : save({ [field]: next });
        }}
      />
    </Fact>
  );
}

function ProgressFact() {
  const { t } = useTranslation();
  const { program, save, readOnly } = useProgramEditing();
  return (
    <Fact field="progress">
      <InlineEdit
        readOnly={readOnly}
        label={t("field.progress")}
        value={program.progress == null ? "" : String(program.progress)}
        view={<Progress percent={program.progress} tone={statusTone(program.status)} />}
        emptyText={t("notReported")}
        onSave={(value) => {
          const progress = readPercent(value);
          return progress === undefined ? t("progress.invalid") : save({ progress });
        }}
      />
    </Fact>
  );
}
