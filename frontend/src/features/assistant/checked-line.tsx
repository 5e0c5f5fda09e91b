import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { QuestionIcon } from "@phosphor-icons/react/dist/csr/Question";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { ClaimList } from "./claim-list";
import { Fold } from "./fold";

interface CheckedLineProps {
  /** The answer. */
  text: string;
  claims: readonly portfolio.Claim[];
}

/**
 * How much of an answer is bound to the records that it read, and behind it what each figure stands on. Nothing for an
 * answer that states nothing.
 */
export function CheckedLine({ text, claims }: CheckedLineProps) {
  const { t } = useTranslation();
  const words = checkedWords(t, claims);
  if (words === undefined) return null;
  const Icon = claims.every(({ bound }) => bound) ? CheckIcon : QuestionIcon;
  return (
    <Fold
      label={
        <>
          <Icon size={12} aria-hidden />
          {words}
        </>
      }
    >
      <ClaimList text={text} claims={claims} />
    </Fold>
  );
}

/** Says it in a line: "All 4 figures checked against the records". */
export function checkedWords(t: TFunction, claims: readonly portfolio.Claim[]): string | undefined {
  const count = claims.length;
  if (count === 0) return undefined;
  const unbound = claims.filter(({ bound }) => !bound).length;
  return unbound === 0 ? t("assistant.checked", { count }) : t("assistant.unchecked", { count, unbound });
}
