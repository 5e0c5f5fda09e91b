import { ArrowRightIcon } from "@phosphor-icons/react/dist/csr/ArrowRight";
import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { MinusIcon } from "@phosphor-icons/react/dist/csr/Minus";
import { XIcon } from "@phosphor-icons/react/dist/csr/X";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { Checkbox } from "../../ui/checkbox";
import { ChangeValue } from "../../vocabulary/change-value";
import { useChangeWords } from "../../vocabulary/change-words";
import type { RowFate } from "./proposal-rows";
import styles from "./proposal-card.module.css";

interface ProposalRowProps {
  /** The number of the row, from 1. */
  row: number;
  change: portfolio.Change;
  fate: RowFate;
  /** Why the row was not applied. */
  refusal: string | undefined;
  ticked: boolean;
  /** Absent where the row can no longer be ticked. */
  onTick?: (ticked: boolean) => void;
}

const marks: Record<Exclude<RowFate, "waiting">, ReactNode> = {
  applied: <CheckIcon size={14} className={styles.done} aria-hidden />,
  refused: <XIcon size={14} className={styles.refusedMark} aria-hidden />,
  left: <MinusIcon size={14} className={styles.leftMark} aria-hidden />,
};

/** One row of a proposal: what it is about, and what it changes. */
export function ProposalRow({ row, change, fate, refusal, ticked, onTick }: ProposalRowProps) {
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
        <RowValue change={change} />
        {change.why !== undefined && (
          <p className={styles.why}>
            <span className={styles.hidden}>{t("proposal.why")} </span>
            {change.why}
          </p>
        )}
        {refusal && <p className={styles.refusal}>{`${t("proposal.refused")}: ${refusal}`}</p>}
        {fate === "left" && <p className={styles.leftOut}>{t("proposal.left")}</p>}
      </div>
    </li>
  );
}

/** Which record and field a row is about: "Depot 011 · Launch", "New risk". */
function useSubject({ entity, field, label, before }: portfolio.Change): string {
  const { t } = useTranslation();
  const words = useChangeWords();
  if (field === "*") {
    const record = t(`aRecord.${entity}`);
    return before === null ? t("proposal.new", { record }) : t("proposal.delete", { record });
  }
  return `${label} · ${words.field(field)}`;
}

function RowValue({ change }: { change: portfolio.Change }) {
  const { t } = useTranslation();
  const words = useChangeWords();
  const { field, before, after } = change;
  if (field === "*") {
    return <p className={clsx(styles.value, before !== null && styles.before)}>{words.record(change)}</p>;
  }
  if (field === "status_update") return <p className={styles.text}>{String(after)}</p>;
  return (
    <p className={styles.value}>
      <span className={styles.before}>
        <span className={styles.hidden}>{t("proposal.before")} </span>
        <ChangeValue of={change} value={before} />
      </span>
      <ArrowRightIcon size={12} className={styles.arrow} aria-hidden />
      <span className={styles.after}>
        <span className={styles.hidden}>{t("proposal.after")} </span>
        <ChangeValue of={change} value={after} />
      </span>
    </p>
  );
}
