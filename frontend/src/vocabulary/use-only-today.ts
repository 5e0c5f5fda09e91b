import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "../ui/toasts";
import { useDayWords } from "./day";
import { useAsOf } from "./desk-day";

/** Guards what changes the portfolio: while a past day is shown, it is refused with a sentence instead. */
export function useOnlyToday(): (change: () => void) => void {
  const { t } = useTranslation();
  const asOf = useAsOf();
  const { day } = useDayWords();
  const refusal = asOf === null ? undefined : t("lookBack.readOnly", { day: day(asOf) });
  return useCallback(
    (change) => {
      if (refusal === undefined) change();
      else toast({ title: refusal });
    },
    [refusal],
  );
}
