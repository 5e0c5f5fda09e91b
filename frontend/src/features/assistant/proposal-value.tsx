import { ArrowCounterClockwiseIcon } from "@phosphor-icons/react/dist/csr/ArrowCounterClockwise";
import { ArrowRightIcon } from "@phosphor-icons/react/dist/csr/ArrowRight";
import { clsx } from "clsx";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { IconButton } from "../../ui/button";
import { ChangeValue } from "../../vocabulary/change-value";
import { useChangeWords, valueAt, type FieldRef } from "../../vocabulary/change-words";
import { kindOf, type FieldValue } from "../../vocabulary/field-values";
import { ValueEdit } from "../../vocabulary/value-edit";
import unseen from "../../ui/unseen.module.css";
import styles from "./proposal-card.module.css";
import { creates, deletes, editedValue, fieldsOfNew, withValue, type RowEdit } from "./proposal-rows";

interface ProposalValueProps {
  /** The number of the row, from 1. */
  row: number;
  change: portfolio.Change;
  edit: unknown;
  /** Absent where the values can no longer be edited. */
  onEdit?: (edit: RowEdit | undefined) => void;
}

/** What a row of a proposal changes: before and after, the fields of a new record, or the text of an update. */
export function ProposalValue(props: ProposalValueProps) {
  const { change } = props;
  const { t } = useTranslation();
  const words = useChangeWords();
  if (deletes(change)) return <p className={clsx(styles.value, styles.before)}>{words.record(change)}</p>;
  if (creates(change)) return <NewRecord {...props} />;
  const after = <NewValue {...props} field={change.field} proposed={change.after} />;
  if (change.field === "status_update") return <div className={styles.text}>{after}</div>;
  return (
    <div className={styles.value}>
      <span className={styles.before}>
        <span className={unseen.unseen}>{t("proposal.before")} </span>
        <ChangeValue of={change} value={change.before} />
      </span>
      <ArrowRightIcon size={12} className={styles.arrow} aria-hidden />
      <span className={unseen.unseen}>{t("proposal.after")} </span>
      {after}
    </div>
  );
}

function NewRecord(props: ProposalValueProps) {
  const words = useChangeWords();
  return (
    <dl className={styles.fields}>
      {fieldsOfNew(props.change).map((field) => (
        <Fragment key={field}>
          <dt>{words.field(field)}</dt>
          <dd>
            <NewValue {...props} field={field} proposed={valueAt(props.change.after, field)} />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

interface NewValueProps extends ProposalValueProps {
  field: string;
  proposed: unknown;
}

/** The value that a field would get, to be edited where that is possible, and what was proposed where it was edited. */
function NewValue({ row, change, edit, onEdit, field, proposed }: NewValueProps) {
  const { t } = useTranslation();
  const words = useChangeWords();
  const of = { entity: change.entity, field };
  const edited = editedValue(change, edit, field);
  const value = edited === undefined ? proposed : edited;
  const set = onEdit && ((next: FieldValue) => onEdit(withValue(change, edit as RowEdit, field, next)));
  const label = creates(change)
    ? t("proposal.fieldOf", { field: words.field(field), row })
    : t("proposal.valueOf", { row });
  return (
    <>
      <div className={styles.new}>
        {set && kindOf(field) ? (
          <ValueEdit of={of} value={value} label={label} onChange={set} />
        ) : (
          <Fixed of={of} value={value} />
        )}
      </div>
      {edited !== undefined && (
        <p className={styles.proposed}>
          <span>{t("proposal.edited")}</span>
          <ChangeValue of={of} value={proposed} />
          {set && (
            <IconButton label={t("proposal.back")} onClick={() => set(proposed as FieldValue)}>
              <ArrowCounterClockwiseIcon size={14} />
            </IconButton>
          )}
        </p>
      )}
    </>
  );
}

/** A value that is only read. The text of an update is shown whole. */
function Fixed({ of, value }: { of: FieldRef; value: unknown }) {
  return (
    <span className={styles.after}>
      {of.field === "status_update" ? String(value) : <ChangeValue of={of} value={value} />}
    </span>
  );
}
