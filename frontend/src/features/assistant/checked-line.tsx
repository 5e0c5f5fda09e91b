import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { QuestionIcon } from "@phosphor-icons/react/dist/csr/Question";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import styles from "./checked-line.module.css";

/** How much of an answer is bound to the records that it read. Nothing for an answer that states nothing. */
export function CheckedLine({ claims }: { claims: readonly portfolio.Claim[] }) {
  const { t } = useTranslation();
  if (claims.length === 0) return null;
  const unbound = claims.filter((claim) => !claim.bound).length;
  return (
    <p className={styles.line}>
      {unbound === 0 ? <CheckIcon size={12} aria-hidden /> : <QuestionIcon size={12} aria-hidden />}
      {unbound === 0
        ? t("assistant.checked", { count: claims.length })
        : t("assistant.unchecked", { count: claims.length, unbound })}
    </p>
  );
}
