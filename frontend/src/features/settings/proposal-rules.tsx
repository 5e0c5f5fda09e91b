import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { desk } from "../../bridge/backend";
import { portfolio } from "../../bridge/model";
import { Segments } from "../../ui/segments";
import { toastFailure } from "../../ui/toasts";
import { deskQuery } from "../../vocabulary/desk-query";
import { Row } from "./settings-group";
import styles from "./settings-page.module.css";

const { Ask, Never } = portfolio.ProposalRule;
const kinds = [
  portfolio.ProposalKind.ChangeFields,
  portfolio.ProposalKind.CreateRecords,
  portfolio.ProposalKind.PostUpdates,
  portfolio.ProposalKind.DeleteRecords,
];

/** Chooses which kinds of changes may be proposed at all. */
export function ProposalRules() {
  const { t } = useTranslation();
  const never = useQuery(deskQuery).data?.never_proposed;
  if (never === undefined) return null;
  return (
    <>
      <p className={styles.lead}>{t("settings.proposalsNote")}</p>
      {kinds.map((kind) => (
        <Rule key={kind} kind={kind} rule={never.includes(kind) ? Never : Ask} />
      ))}
    </>
  );
}

function Rule({ kind, rule }: { kind: portfolio.ProposalKind; rule: portfolio.ProposalRule }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const choose = useMutation({
    mutationFn: (next: portfolio.ProposalRule) => desk.SetProposalRule(kind, next),
    onError: (error) => toastFailure(error.message),
    onSettled: () => client.invalidateQueries({ queryKey: deskQuery.queryKey }),
  });
  return (
    <Row label={t(`proposalKind.${kind}`)}>
      <Segments
        label={t(`proposalKind.${kind}`)}
        value={choose.isPending ? choose.variables : rule}
        options={[Ask, Never].map((value) => ({ value, label: t(`proposalRule.${value}`) }))}
        onChange={choose.mutate}
      />
    </Row>
  );
}
