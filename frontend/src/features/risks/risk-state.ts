import { portfolio } from "../../bridge/model";

/** Whether a risk may still come true: it is Open or Mitigating. */
export function isOpen({ status }: Pick<portfolio.Risk, "status">): boolean {
  return status === portfolio.RiskStatus.Open || status === portfolio.RiskStatus.Mitigating;
}

/** Whether nothing is said to be done about an open High risk. */
export function isUnmitigated(risk: portfolio.Risk): boolean {
  return isOpen(risk) && risk.severity === "High" && risk.mitigation.trim() === "";
}
