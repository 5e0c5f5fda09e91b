import { ClockCounterClockwiseIcon } from "@phosphor-icons/react/dist/csr/ClockCounterClockwise";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { Spinner } from "../ui/spinner";
import { toastFailure } from "../ui/toasts";
import { useLookBack } from "./use-look-back";

/** Shows the portfolio as it was at the end of a day. */
export function LookBackButton({ day }: { day: string }) {
  const { t } = useTranslation();
  const look = useLookBack();
  return (
    <Button
      disabled={look.isPending}
      onClick={() => look.mutate(day, { onError: (error) => toastFailure(error.message) })}
    >
      {look.isPending ? <Spinner /> : <ClockCounterClockwiseIcon size={14} aria-hidden />}
      {look.isPending ? t("lookBack.running") : t("lookBack.toThis")}
    </Button>
  );
}
