import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { desk } from "../../bridge/backend";
import { monthName } from "../../lib/dates";
import { Choice } from "../../ui/choice";
import { toastFailure } from "../../ui/toasts";
import { deskQuery } from "../../vocabulary/desk-query";

const months = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

/** Chooses the month on whose first day the fiscal year begins. */
export function FiscalYearChoice() {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const start = useQuery(deskQuery).data?.fiscal_year_start;
  const choose = useMutation({
    mutationFn: (month: string) => desk.SetFiscalYearStart(Number(month)),
    onError: (error) => toastFailure(error.message),
    onSettled: () => client.invalidateQueries({ queryKey: deskQuery.queryKey }),
  });
  if (start === undefined) return null;
  return (
    <Choice
      label={t("settings.fiscalYear")}
      value={choose.isPending ? choose.variables : String(start)}
      options={months.map((value) => ({ value, label: monthName(Number(value), i18n.language) }))}
      onChange={choose.mutate}
    />
  );
}
