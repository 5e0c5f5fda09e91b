import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Level, portfolio } from "../../bridge/model";
import { Choice } from "../../ui/choice";
import { Field, TextArea, TextInput } from "../../ui/field";
import { FieldRow } from "../../ui/field-row";
import { DayField } from "../../vocabulary/day-field";
import { ProgramChoice } from "../../vocabulary/program-choice";
import { RecordDialog } from "../../vocabulary/record-dialog";
import { useRecordForm } from "../../vocabulary/use-record-form";
import { levels, riskStatuses } from "../../vocabulary/values";
import { riskStore } from "./queries";

/** Adds a risk (id "") or edits one. A new one that has no program yet asks for it. */
export function RiskDialog({ risk, onClose }: { risk: portfolio.Risk; onClose: () => void }) {
  const { t } = useTranslation();
  const [review, setReview] = useState<string | null | undefined>(risk.review_date);
  const form = useRecordForm({
    store: riskStore,
    record: risk,
    complete: (draft) => {
      const title = draft.title.trim();
      return title === "" || review === undefined || draft.program_id === ""
        ? undefined
        : { ...draft, title, review_date: review };
    },
    onClose,
  });
  const { draft, change } = form;
  const grade = (field: "severity" | "likelihood") => (
    <Field label={t(`field.${field}`)}>
      {({ id }) => (
        <Choice<Level | "">
          id={id}
          label={t(`field.${field}`)}
          value={draft[field] ?? ""}
          options={[...levels, "" as const].map((level) => ({
            value: level,
            label: level === "" ? t("notReported") : t(`level.${level}`),
          }))}
          onChange={(level) => change({ [field]: level === "" ? null : level })}
        />
      )}
    </Field>
  );
  const text = (field: "description" | "mitigation") => (
    <Field label={t(`field.${field}`)}>
      {(ids) => (
        <TextArea
          {...ids}
          value={draft[field]}
          onChange={(event) => change({ [field]: event.target.value })}
        />
      )}
    </Field>
  );

  return (
    <RecordDialog record="risk" form={form} onClose={onClose}>
      {risk.program_id === "" && <ProgramChoice onChange={(id = "") => change({ program_id: id })} />}
      <Field label={t("field.title")}>
        {(ids) => (
          <TextInput
            {...ids}
            autoFocus={risk.program_id !== ""}
            value={draft.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <FieldRow>
        {grade("severity")}
        {grade("likelihood")}
        <Field label={t("field.status")}>
          {({ id }) => (
            <Choice
              id={id}
              label={t("field.status")}
              value={draft.status}
              options={riskStatuses.map((status) => ({ value: status, label: t(`riskStatus.${status}`) }))}
              onChange={(status) => change({ status })}
            />
          )}
        </Field>
      </FieldRow>
      {text("description")}
      {text("mitigation")}
      <FieldRow>
        <Field label={t("field.owner")}>
          {(ids) => (
            <TextInput
              {...ids}
              value={draft.owner}
              onChange={(event) => change({ owner: event.target.value })}
            />
          )}
        </Field>
        <DayField label={t("field.review_date")} initial={risk.review_date} onChange={setReview} />
      </FieldRow>
    </RecordDialog>
  );
}
