import { clsx } from "clsx";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { portfolio } from "../../bridge/model";
import { changeWords } from "../../vocabulary/change-words";
import { RecordAnchor } from "../../vocabulary/record-anchor";
import { citedRecord } from "./cited-record";
import styles from "./claim-list.module.css";
import { claimStretches, type ClaimStretch } from "./claims";

/** How many figures are told one by one; a long table has more than anybody reads. */
const most = 100;

interface ClaimListProps {
  text: string;
  claims: readonly portfolio.Claim[];
}

/** What each figure of an answer stands on, those that stand on nothing first. */
export function ClaimList({ text, claims }: ClaimListProps) {
  const { t, i18n } = useTranslation();
  const words = changeWords(t, i18n.language);
  const all = distinct(text, claims);
  return (
    <>
      <dl className={styles.list}>
        {all.slice(0, most).map((stretch) => (
          <div key={stretch.from} className={styles.row}>
            <dt className={clsx(styles.said, !stretch.claim.bound && styles.unbound)}>
              {text.slice(stretch.from, stretch.to)}
            </dt>
            <dd className={styles.basis}>
              <Basis claim={stretch.claim} fieldWords={(field) => words.field(field.replace(/^\w+\./, ""))} />
            </dd>
          </div>
        ))}
      </dl>
      {all.length > most && (
        <p className={styles.more}>{t("assistant.moreClaims", { count: all.length - most })}</p>
      )}
    </>
  );
}

/** The claims in the order of the text, each once that says the same of the same; what is not bound first. */
function distinct(text: string, claims: readonly portfolio.Claim[]): ClaimStretch[] {
  const seen = new Map<string, ClaimStretch>();
  for (const stretch of claimStretches(text, claims)) {
    const key = JSON.stringify([text.slice(stretch.from, stretch.to), stretch.claim.bound]);
    if (!seen.has(key)) seen.set(key, stretch);
  }
  const all = [...seen.values()];
  return [...all.filter(({ claim }) => !claim.bound), ...all.filter(({ claim }) => claim.bound)];
}

interface BasisProps {
  claim: portfolio.Claim;
  fieldWords: (field: portfolio.Field) => string;
}

/** What a claim stands on: a field of a record, or records that were counted. */
function Basis({ claim, fieldWords }: BasisProps) {
  const { t } = useTranslation();
  const { bound } = claim;
  if (!bound) return t("assistant.unbound");
  if (!bound.record) return derivedWords(t, bound, fieldWords);
  const ref = citedRecord(bound.record);
  return (
    <>
      {bound.field && `${fieldWords(bound.field)} · `}
      {ref ? <RecordAnchor record={ref}>{bound.record.label}</RecordAnchor> : bound.record.label}
    </>
  );
}

/** How a figure was computed again, by the function of its binding. */
const ways = ["count", "sum", "average", "share", "difference", "days", "distinct", "condition"] as const;

/** Says what was computed again, and of which records: "Counted again: programs, Owner Ada Brandt". */
function derivedWords(t: TFunction, bound: portfolio.Binding, fieldWords: BasisProps["fieldWords"]): string {
  const way = ways.find((known) => known === bound.function) ?? "count";
  const kind = entities.find((known) => known === bound.query?.of);
  const group = bound.group === undefined || bound.group === "" ? t("notReported") : bound.group;
  const by = bound.by && [fieldWords(bound.by), ...(way === "distinct" ? [] : [group])].join(" ");
  const of = [kind ? t(`assistant.ofRecords.${kind}`) : "", by].filter(Boolean).join(", ");
  const how = t(`assistant.derived.${way}`);
  return of === "" ? how : `${how}: ${of}`;
}

const entities = [portfolio.Entity.Program, portfolio.Entity.Risk, portfolio.Entity.Milestone] as const;
