import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { firstDayOfWeek } from "../../../lib/calendar";
import { deskQuery } from "../../../vocabulary/desk-query";
import type { TickRules } from "./time-scale";

/** With which month a fiscal year begins, as the settings say, and with which day a week, as the computer does. */
export function useTickRules(): TickRules {
  const { i18n } = useTranslation();
  const fiscalStart = useQuery(deskQuery).data?.fiscal_year_start ?? 1;
  return useMemo(
    () => ({ fiscalStart, weekStart: firstDayOfWeek(i18n.language) - 1 }),
    [fiscalStart, i18n.language],
  );
}
