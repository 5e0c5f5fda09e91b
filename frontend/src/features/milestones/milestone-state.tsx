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

const icons = {
  [portfolio.MilestoneStatus.Planned]: <DiamondIcon size={14} aria-hidden />,
  [portfolio.MilestoneStatus.Done]: <CheckCircleIcon size={14} weight="fill" aria-hidden />,
  [portfolio.MilestoneStatus.Missed]: <ProhibitIcon size={14} aria-hidden />,
};

/** Says in icon, word and colour how a milestone stands; a planned one that is overdue says so. */
export function useMilestoneState({ status, overdue }: MilestoneStateProps) {
  const { t } = useTranslation();
  const late = overdue && status === portfolio.MilestoneStatus.Planned;
  return {
    icon: late ? <WarningIcon size={14} weight="fill" aria-hidden /> : icons[status],
    word: late ? t("milestone.overdue") : t(`milestoneStatus.${status}`),
    tone: styles[late ? "late" : status.toLowerCase()],
  };
}

/** How a milestone stands. */
export function MilestoneState(props: MilestoneStateProps) {
  const { icon, word, tone } = useMilestoneState(props);
  return (
    <span className={clsx(styles.state, tone)}>
      {icon}
      {word}
    </span>
  );
}
