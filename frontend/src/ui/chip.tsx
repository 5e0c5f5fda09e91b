import { CheckCircleIcon } from "@phosphor-icons/react/dist/csr/CheckCircle";
import { CircleDashedIcon } from "@phosphor-icons/react/dist/csr/CircleDashed";
import { FlagIcon } from "@phosphor-icons/react/dist/csr/Flag";
import { WarningIcon } from "@phosphor-icons/react/dist/csr/Warning";
import { clsx } from "clsx";
import styles from "./chip.module.css";
import { OctagonXIcon } from "./octagon-x-icon";

/** What a chip means. Each tone has its own icon, so that colour is never the only sign. */
export type Tone = "good" | "warn" | "bad" | "done" | "none";

const icons = {
  good: <CheckCircleIcon size={14} weight="fill" aria-hidden />,
  warn: <WarningIcon size={14} weight="fill" aria-hidden />,
  bad: <OctagonXIcon size={14} />,
  done: <FlagIcon size={14} weight="fill" aria-hidden />,
  none: <CircleDashedIcon size={14} weight="bold" aria-hidden />,
};

/** The icon of a tone, in the colour of the text around it. */
export function ToneIcon({ tone }: { tone: Tone }) {
  return icons[tone];
}

export function Chip({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={clsx(styles.chip, styles[tone])}>
      {icons[tone]}
      {children}
    </span>
  );
}
