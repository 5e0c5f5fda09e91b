import { CheckCircleIcon } from "@phosphor-icons/react/dist/csr/CheckCircle";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { portfolio } from "../../bridge/model";
import { Button } from "../../ui/button";
import { engineWords } from "../../vocabulary/engine";
import { useReadOnly } from "../../vocabulary/desk-day";
import { useUndo } from "../../vocabulary/use-undo";
import styles from "./proposal-card.module.css";
import type { ProposalResult } from "./queries";
import { ProposalRow } from "./proposal-row";
import { rowFates, tickedRows, type RowEdit } from "./proposal-rows";
import { useDraft } from "./use-draft";
import { useProposal } from "./use-proposal";

interface ProposalCardProps {
  proposal: portfolio.Proposal;
  onDecided: (proposal: portfolio.Proposal) => void;
}

/** What the assistant suggests to change: its rows, each to be ticked, and the buttons that decide. */
export function ProposalCard({ proposal, onDecided }: ProposalCardProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const readOnly = useReadOnly();
  const { apply, discard, written, refused } = useProposal(proposal, onDecided);
  const { changes, title, state, from, decision } = proposal;

  const waiting = state === portfolio.ProposalState.Waiting;
  const [draft, { tick, edit }] = useDraft(proposal.id, waiting);
  const ticked = tickedRows(changes.length, draft.unticked);
  const fates = rowFates(proposal, written, new Set(refused.map(({ row }) => row)));
  const busy = apply.isPending || discard.isPending;
  const failure = apply.error ?? discard.error;
  const editing = waiting && !readOnly;
  const edits = waiting ? draft.edits : new Map(decision?.edited.map(({ row, value }) => [row, value]));

  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <header className={styles.head}>
        <h3 id={titleId} className={styles.title}>
          {title}
        </h3>
        {from !== "" && <p className={styles.note}>{t("proposal.from", { name: engineWords(t, from) })}</p>}
      </header>
      <ul className={styles.rows} aria-label={t("proposal.label")}>
        {changes.map((change, index) => {
          const row = index + 1;
          return (
            <ProposalRow
              key={row}
              row={row}
              change={change}
              fate={fates[index] ?? "waiting"}
              refusal={[...refused, ...(decision?.refused ?? [])].find((one) => one.row === row)?.reason}
              ticked={!waiting || !draft.unticked.has(row)}
              edit={edits.get(row)}
              {...(editing && {
                onTick: (on: boolean) => tick(row, on),
                onEdit: (value: RowEdit | undefined) => edit(row, value),
              })}
            />
          );
        })}
      </ul>
      <div className={styles.foot}>
        {failure && (
          <p role="alert" className={styles.failure}>
            {failure.message}
          </p>
        )}
        {waiting ? (
          <>
            <Button
              kind="primary"
              className={styles.apply}
              disabled={readOnly || busy || ticked.length === 0}
              onClick={() => apply.mutate({ rows: ticked, edits: draft.edits })}
            >
              <span>
                {ticked.length === changes.length
                  ? title
                  : t("proposal.applySome", { count: ticked.length, total: changes.length })}
              </span>
            </Button>
            <Button kind="quiet" disabled={readOnly || busy} onClick={() => discard.mutate()}>
              {t("proposal.discard")}
            </Button>
            {readOnly && <p className={styles.note}>{t("proposal.readOnly")}</p>}
          </>
        ) : (
          <Decided state={state} written={written} />
        )}
      </div>
    </section>
  );
}

interface DecidedProps {
  state: portfolio.ProposalState;
  written: ProposalResult | undefined;
}

/** What became of a proposal, and the way back where applying it is the newest step. */
function Decided({ state, written }: DecidedProps) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const { undo } = useUndo();
  if (state === portfolio.ProposalState.Discarded) {
    return <p className={styles.note}>{t("proposal.discarded")}</p>;
  }
  if (written?.undone) return <p className={styles.note}>{t("proposal.undone")}</p>;
  return (
    <>
      <p className={styles.applied}>
        <CheckCircleIcon size={14} weight="fill" aria-hidden />
        {t("proposal.applied")}
      </p>
      {written?.newest && !readOnly && <Button onClick={undo}>{t("undo")}</Button>}
    </>
  );
}
