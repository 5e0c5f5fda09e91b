import { portfolio } from "../../bridge/model";

/** The statuses of a risk that may still come true. */
export const openStatuses: readonly portfolio.RiskStatus[] = [
  portfolio.RiskStatus.Open,
  portfolio.RiskStatus.Mitigating,
];

/** Whether a risk may still come true: it is Open or Mitigating. */
export function isOpen({ status }: Pick<portfolio.Risk, "status">): boolean {
  return openStatuses.includes(status);
}

/** Whether nothing is said to be done about an open High risk. */
export function isUnmitigated(risk: portfolio.Risk): boolean {
  return isOpen(risk) && risk.severity === "High" && risk.mitigation.trim() === "";
}
