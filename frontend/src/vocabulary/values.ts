import { portfolio, type Level, type Stage, type Status } from "../bridge/model";

/** The words of the vocabulary in the order in which the window lists them. */
export const statuses: readonly Status[] = ["On Track", "At Risk", "Off Track", "Completed"];
export const stages: readonly Stage[] = ["Discovery", "Planning", "In Progress", "Launching", "Completed"];
export const levels: readonly Level[] = ["High", "Medium", "Low"];
export const riskStatuses: readonly portfolio.RiskStatus[] = [
  portfolio.RiskStatus.Open,
  portfolio.RiskStatus.Mitigating,
  portfolio.RiskStatus.Accepted,
  portfolio.RiskStatus.Closed,
];
export const milestoneStatuses: readonly portfolio.MilestoneStatus[] = [
  portfolio.MilestoneStatus.Planned,
  portfolio.MilestoneStatus.Done,
  portfolio.MilestoneStatus.Missed,
];
