import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { formatDay, parseDay } from "../../lib/dates";
import { Choice } from "../../ui/choice";
import { InlineEdit } from "../../ui/inline-edit";
import { Age, LaunchDate } from "../../vocabulary/day";
import { useReadOnly } from "../../vocabulary/desk-day";
import { Progress } from "../../vocabulary/progress";
import { StatusChip, statusTone } from "../../vocabulary/status-chip";
import { stages, statuses } from "../../vocabulary/values";
import styles from "./program-facts.module.css";
import { useSaveField } from "./use-save-field";

/** The fields of a program, each edited where it stands. */
export function ProgramFacts({ program }: { program: portfolio.Program }) {
  const { t, i18n } = useTranslation();
  const save = useSaveField(program);
  const readOnly = useReadOnly();
  const none = t("notReported");

  const text = (field: "owner" | "team" | "product_line") => (
    <Fact label={t(`field.${field}`)}>
      <InlineEdit
        readOnly={readOnly}
        label={t(`field.${field}`)}
        value={program[field]}
        emptyText={none}
        onSave={(value) => save({ [field]: value.trim() })}
      />
    </Fact>
  );
  const date = (field: "launch_date" | "start_date", view?: ReactNode) => (
    <Fact label={t(`field.${field}`)}>
      <InlineEdit
        readOnly={readOnly}
        label={t(`field.${field}`)}
        value={program[field] === null ? "" : formatDay(program[field], i18n.language)}
        view={view}
        emptyText={none}
        onSave={(value) => {
          const day = value.trim() === "" ? null : parseDay(value);
          return day === undefined ? t("day.invalid") : save({ [field]: day });
        }}
      />
    </Fact>
  );

  return (
    <dl className={styles.facts}>
      <Fact label={t("field.status")}>
        <Choice
          kind="quiet"
          readOnly={readOnly}
          label={t("field.status")}
          value={program.status ?? ""}
          options={[...statuses, "" as const].map((status) => ({
            value: status,
            label: status === "" ? none : t(`status.${status}`),
            view: <StatusChip status={status === "" ? null : status} />,
          }))}
          onChange={(status) => save({ status: status === "" ? null : status })}
        />
      </Fact>
      <Fact label={t("field.pipeline_stage")}>
        <Choice
          kind="quiet"
          readOnly={readOnly}
          label={t("field.pipeline_stage")}
          value={program.pipeline_stage ?? ""}
          options={[...stages, "" as const].map((stage) => ({
            value: stage,
            label: stage === "" ? none : t(`stage.${stage}`),
            view: stage === "" ? <span className={styles.none}>{none}</span> : undefined,
          }))}
          onChange={(stage) => save({ pipeline_stage: stage === "" ? null : stage })}
        />
      </Fact>
      {date("launch_date", <LaunchDate program={program} />)}
      <Fact label={t("field.progress")}>
        <InlineEdit
          readOnly={readOnly}
          label={t("field.progress")}
          value={program.progress == null ? "" : String(program.progress)}
          view={<Progress percent={program.progress} tone={statusTone(program.status)} />}
          emptyText={none}
          onSave={(value) => {
            const progress = readPercent(value);
            return progress === undefined ? t("progress.invalid") : save({ progress });
          }}
        />
      </Fact>
      <Fact label={t("field.last_update")}>
        <span className={styles.plain}>
          <Age day={program.last_update} />
        </span>
      </Fact>
      {text("owner")}
      {text("team")}
      {text("product_line")}
      {date("start_date")}
      {program.external_id !== "" && (
        <Fact label={t("field.external_id")}>
          <span className={styles.plain} title={program.external_id}>
            {program.external_id}
          </span>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Reads "62" or "62 %"; null for an empty text, undefined for anything else. */
function readPercent(text: string): number | null | undefined {
  const digits = text.replace("%", "").trim();
  if (digits === "") return null;
  return /^\d{1,3}$/.test(digits) && Number(digits) <= 100 ? Number(digits) : undefined;
}
