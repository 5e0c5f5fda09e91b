import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { MinusIcon } from "@phosphor-icons/react/dist/csr/Minus";
import { XIcon } from "@phosphor-icons/react/dist/csr/X";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { Checkbox } from "../../ui/checkbox";
import { useChangeWords } from "../../vocabulary/change-words";
import styles from "./proposal-card.module.css";
import { creates, deletes, type RowEdit, type RowFate } from "./proposal-rows";
import { ProposalValue } from "./proposal-value";

interface ProposalRowProps {
  /** The number of the row, from 1. */
  row: number;
  change: portfolio.Change;
  fate: RowFate;
  /** Why the row was not applied. */
  refusal: string | undefined;
  ticked: boolean;
  /** What a person put in the place of what is proposed; undefined where nothing. */
  edit: unknown;
  /** Absent where the row can no longer be ticked or edited. */
  onTick?: (ticked: boolean) => void;
  onEdit?: (edit: RowEdit | undefined) => void;
}

const marks: Record<Exclude<RowFate, "waiting">, ReactNode> = {
  applied: <CheckIcon size={14} className={styles.done} aria-hidden />,
  refused: <XIcon size={14} className={styles.refusedMark} aria-hidden />,
  left: <MinusIcon size={14} className={styles.leftMark} aria-hidden />,
};

/** One row of a proposal: what it is about, what it changes, and why. */
export function ProposalRow(props: ProposalRowProps) {
  const { row, change, fate, refusal, ticked, edit, onTick, onEdit } = props;
  const { t } = useTranslation();
  const subject = useSubject(change);
  return (
    <li className={clsx(styles.row, (!ticked || fate === "left") && styles.out)}>
      <span className={styles.mark}>
        {onTick ? (
          <Checkbox
            aria-label={t("proposal.row", { row, what: subject })}
            checked={ticked}
            onCheckedChange={onTick}
          />
        ) : (
          fate !== "waiting" && marks[fate]
        )}
      </span>
      <div className={styles.what}>
        <p className={styles.subject}>{subject}</p>
        <ProposalValue row={row} change={change} edit={edit} {...(ticked && onEdit && { onEdit })} />
        {change.why !== undefined && <p className={styles.why}>{t("proposal.why", { why: change.why })}</p>}
        {refusal && <p className={styles.refusal}>{`${t("proposal.refused")}: ${refusal}`}</p>}
        {fate === "left" && <p className={styles.leftOut}>{t("proposal.left")}</p>}
      </div>
    </li>
  );
}

/** Which record and field a row is about: "Depot 011 · Launch", "New risk". */
function useSubject(change: portfolio.Change): string {
  const { t } = useTranslation();
  const words = useChangeWords();
  const record = t(`aRecord.${change.entity}`);
  if (creates(change)) return t("proposal.new", { record });
  if (deletes(change)) return t("proposal.delete", { record });
  return `${change.label} · ${words.field(change.field)}`;
}
