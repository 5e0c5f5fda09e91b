import { ClockCounterClockwiseIcon } from "@phosphor-icons/react/dist/csr/ClockCounterClockwise";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { Spinner } from "../ui/spinner";
import { toastFailure } from "../ui/toasts";
import { useDayWords } from "./day";
import { useAsOf } from "./desk-day";
import styles from "./look-back-banner.module.css";
import { LookBackDialog } from "./look-back";
import { useLookBack } from "./use-look-back";

/** Says across the window that a past day is shown, with the way back; nothing while today is shown. */
export function LookBackBanner() {
  const { t } = useTranslation();
  const words = useDayWords();
  const asOf = useAsOf();
  const [asking, setAsking] = useState(false);
  const look = useLookBack();
  if (asOf === null) return null;
  return (
    <div role="region" aria-label={t("lookBack.title")} className={styles.banner}>
      <ClockCounterClockwiseIcon size={16} aria-hidden />
      <p role="status">{t("lookBack.banner", { day: words.day(asOf) })}</p>
      <Button kind="quiet" className={styles.another} onClick={() => setAsking(true)}>
        {t("lookBack.another")}
      </Button>
      <Button
        disabled={look.isPending}
        onClick={() => look.mutate(null, { onError: (error) => toastFailure(error.message) })}
      >
        {look.isPending && <Spinner />}
        {t("lookBack.today")}
      </Button>
      {asking && <LookBackDialog day={asOf} onClose={() => setAsking(false)} />}
    </div>
  );
}
