import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Level, portfolio } from "../../bridge/model";
import { parseDay } from "../../lib/dates";
import { Choice } from "../../ui/choice";
import { Dialog, DialogBody } from "../../ui/dialog";
import { Field, TextArea, TextInput } from "../../ui/field";
import { FieldRow } from "../../ui/field-row";
import { RecordActions } from "../../vocabulary/record-actions";
import { levels, riskStatuses } from "../../vocabulary/values";
import { useDeleteRisk, useSaveRisk } from "./queries";

/** Adds a risk (id "") or edits one. */
export function RiskDialog({ risk, onClose }: { risk: portfolio.Risk; onClose: () => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(risk);
  const [review, setReview] = useState(risk.review_date ?? "");
  const save = useSaveRisk();
  const remove = useDeleteRisk();
  const fresh = risk.id === "";
  const reviewDate = review.trim() === "" ? null : parseDay(review);
  const complete = draft.title.trim() !== "" && reviewDate !== undefined;
  const edit = (change: Partial<portfolio.Risk>) => setDraft((old) => ({ ...old, ...change }));
  const grades = [...levels, "" as const].map((level) => ({
    value: level,
    label: level === "" ? t("notReported") : t(`level.${level}`),
  }));
  const grade = (field: "severity" | "likelihood") => (
    <Field label={t(`field.${field}`)}>
      {({ id }) => (
        <Choice<Level | "">
          id={id}
          label={t(`field.${field}`)}
          value={draft[field] ?? ""}
          options={grades}
          onChange={(level) => edit({ [field]: level === "" ? null : level })}
        />
      )}
    </Field>
  );

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!complete || save.isPending) return;
    save.mutate({ ...draft, title: draft.title.trim(), review_date: reviewDate }, { onSuccess: onClose });
  };

  return (
    <Dialog title={fresh ? t("risk.add") : t("risk.edit")} closeLabel={t("close")} onClose={onClose}>
      <form onSubmit={submit}>
        <DialogBody>
          <Field label={t("field.title")} error={(save.error ?? remove.error)?.message}>
            {(ids) => (
              <TextInput
                {...ids}
                autoFocus
                value={draft.title}
                onChange={(event) => edit({ title: event.target.value })}
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
                  options={riskStatuses.map((status) => ({
                    value: status,
                    label: t(`riskStatus.${status}`),
                  }))}
                  onChange={(status) => edit({ status })}
                />
              )}
            </Field>
          </FieldRow>
          <Field label={t("field.description")}>
            {(ids) => (
              <TextArea
                {...ids}
                value={draft.description}
                onChange={(event) => edit({ description: event.target.value })}
              />
            )}
          </Field>
          <Field label={t("field.mitigation")}>
            {(ids) => (
              <TextArea
                {...ids}
                value={draft.mitigation}
                onChange={(event) => edit({ mitigation: event.target.value })}
              />
            )}
          </Field>
          <FieldRow>
            <Field label={t("field.owner")}>
              {(ids) => (
                <TextInput
                  {...ids}
                  value={draft.owner}
                  onChange={(event) => edit({ owner: event.target.value })}
                />
              )}
            </Field>
            <Field
              label={t("field.review_date")}
              error={reviewDate === undefined ? t("day.invalid") : undefined}
            >
              {(ids) => (
                <TextInput
                  {...ids}
                  placeholder={t("day.pattern")}
                  value={review}
                  onChange={(event) => setReview(event.target.value)}
                />
              )}
            </Field>
          </FieldRow>
        </DialogBody>
        <RecordActions
          record="risk"
          fresh={fresh}
          canSave={complete && !save.isPending}
          canDelete={!remove.isPending}
          onDelete={() => remove.mutate(risk, { onSuccess: onClose })}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
