import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { deskQuery } from "../../../vocabulary/desk-query";
import type { TickRules } from "./time-scale";

/** A calendar as the language of this computer has it; older engines know no week. */
interface WithWeek {
  getWeekInfo?: () => { firstDay: number };
}

/** With which month a fiscal year begins, as the settings say, and with which day a week, as the computer does. */
export function useTickRules(): TickRules {
  const fiscalStart = useQuery(deskQuery).data?.fiscal_year_start ?? 1;
  return useMemo(() => {
    const locale: WithWeek = new Intl.Locale(navigator.language) as WithWeek;
    return { fiscalStart, weekStart: (locale.getWeekInfo?.().firstDay ?? 1) - 1 };
  }, [fiscalStart]);
}
