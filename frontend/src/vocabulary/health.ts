import type { TFunction } from "i18next";
import { portfolio, type Status } from "../bridge/model";
import { daysBetween, formatDay } from "../lib/dates";

/** How bad a status is; Completed is no matter of degree. */
const severity: Partial<Record<Status, number>> = { "On Track": 1, "At Risk": 2, "Off Track": 3 };

/** Whether the facts say worse of a program than people declare. */
export function isContradicted(declared: Status | null, assessed: Status | null): boolean {
  if (declared === null || assessed === null) return false;
  const said = severity[declared];
  return said !== undefined && (severity[assessed] ?? 0) > said;
}

/** A sentence around the name of a record; `record` is absent where the sentence names none. */
export interface ReasonSentence {
  before: string;
  record: string | undefined;
  after: string;
}

/** Stands for the name while the sentence is put together: names are data, and may look like anything. */
const place = "\u{F0000}";

/** Says in a sentence what a rule found, as of a day. */
export function reasonSentence(
  t: TFunction,
  language: string,
  today: string,
  reason: portfolio.Reason,
): ReasonSentence {
  const text = reasonText(t, language, today, reason);
  const [before = "", after] = text.split(place);
  return after === undefined
    ? { before, record: undefined, after: "" }
    : { before, record: reason.label, after };
}

function reasonText(
  t: TFunction,
  language: string,
  today: string,
  { rule, count, date, amount }: portfolio.Reason,
): string {
  const span = (days: number) => t("day.span", { count: days });
  const day = date === null ? "" : formatDay(date, language);
  const since = date === null ? "" : span(daysBetween(date, today) ?? 0);
  const { HealthRule } = portfolio;
  switch (rule) {
    case HealthRule.LateMilestone:
      return t("health.lateMilestone", { count, record: place, day, days: since });
    case HealthRule.SlippedMilestone:
      return t("health.slippedMilestone", { count, record: place, days: span(amount) });
    case HealthRule.LaunchPassed:
      return t("health.launchPassed", { day, days: since });
    case HealthRule.UnmitigatedRisk:
      return t("health.unmitigatedRisk", { count, record: place });
    case HealthRule.BehindPlan:
      return t("health.behindPlan", { count: amount });
    case HealthRule.Stale:
      return date === null ? t("health.neverUpdated") : t("health.stale", { days: since });
    case HealthRule.NotComplete:
      if (count === 0) return t("health.notComplete", { percent: amount });
      return amount === 100
        ? t("health.leftOpen", { count, record: place })
        : t("health.notCompleteAndOpen", { count, record: place, percent: amount });
  }
}
