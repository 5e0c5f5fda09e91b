import { CheckCircleIcon } from "@phosphor-icons/react/dist/csr/CheckCircle";
import { DiamondIcon } from "@phosphor-icons/react/dist/csr/Diamond";
import { ProhibitIcon } from "@phosphor-icons/react/dist/csr/Prohibit";
import { WarningIcon } from "@phosphor-icons/react/dist/csr/Warning";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { portfolio } from "../../bridge/model";
import styles from "./milestone-state.module.css";

interface MilestoneStateProps {
  status: portfolio.MilestoneStatus;
  overdue: boolean;
}

/** How a milestone stands; a planned one that is overdue says so. */
export function MilestoneState({ status, overdue }: MilestoneStateProps) {
  const { t } = useTranslation();
  const late = overdue && status === portfolio.MilestoneStatus.Planned;
  const icons = {
    [portfolio.MilestoneStatus.Planned]: <DiamondIcon size={14} aria-hidden />,
    [portfolio.MilestoneStatus.Done]: <CheckCircleIcon size={14} weight="fill" aria-hidden />,
    [portfolio.MilestoneStatus.Missed]: <ProhibitIcon size={14} aria-hidden />,
  };
  return (
    <span className={clsx(styles.state, styles[late ? "late" : status.toLowerCase()])}>
      {late ? <WarningIcon size={14} weight="fill" aria-hidden /> : icons[status]}
      {late ? t("milestone.overdue") : t(`milestoneStatus.${status}`)}
    </span>
  );
}
