import { CaretRightIcon } from "@phosphor-icons/react/dist/csr/CaretRight";
import { TrayIcon } from "@phosphor-icons/react/dist/csr/Tray";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { Announcement } from "../../ui/announcement";
import { engineWords } from "../../vocabulary/engine";
import styles from "./waiting-proposals.module.css";

interface WaitingProposalsProps {
  /** What waits for a decision and is not to be seen in the open conversation, oldest first. */
  proposals: portfolio.Proposal[];
  /** Called with the oldest of them. */
  onOpen: (proposal: portfolio.Proposal) => void;
}

/** Says that proposals wait elsewhere, and goes to the oldest; nothing where none does. */
export function WaitingProposals({ proposals, onOpen }: WaitingProposalsProps) {
  const { t } = useTranslation();
  const [oldest] = proposals;
  const text = waitingWords(t, proposals);
  return (
    <>
      {oldest && (
        <button type="button" className={styles.strip} title={text} onClick={() => onOpen(oldest)}>
          <TrayIcon size={16} aria-hidden />
          <span>{text}</span>
          <CaretRightIcon size={12} aria-hidden className={styles.go} />
        </button>
      )}
      <Announcement text={text} />
    </>
  );
}

/** How many proposals wait, and from whom where it is one and the same. */
function waitingWords(t: TFunction, proposals: portfolio.Proposal[]): string {
  const count = proposals.length;
  const [name, ...others] = new Set(proposals.map(({ from }) => from));
  if (name === undefined) return "";
  return name === "" || others.length > 0
    ? t("assistant.waiting", { count })
    : t("assistant.waitingFrom", { count, name: engineWords(t, name) });
}
