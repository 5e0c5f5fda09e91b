import { Link, useParams } from "@tanstack/react-router";
import { ChatCircleIcon } from "@phosphor-icons/react/dist/csr/ChatCircle";
import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { DiamondIcon } from "@phosphor-icons/react/dist/csr/Diamond";
import { FileTextIcon } from "@phosphor-icons/react/dist/csr/FileText";
import { GearSixIcon } from "@phosphor-icons/react/dist/csr/GearSix";
import { ListIcon } from "@phosphor-icons/react/dist/csr/List";
import { MagnifyingGlassIcon } from "@phosphor-icons/react/dist/csr/MagnifyingGlass";
import { PulseIcon } from "@phosphor-icons/react/dist/csr/Pulse";
import { SquaresFourIcon } from "@phosphor-icons/react/dist/csr/SquaresFour";
import { TargetIcon } from "@phosphor-icons/react/dist/csr/Target";
import { WarningIcon } from "@phosphor-icons/react/dist/csr/Warning";
import type { Icon } from "@phosphor-icons/react";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { useKeyWords } from "../vocabulary/key-caps";
import styles from "./navigation.module.css";
import { PinnedViews } from "./pinned-views";

const pages = [
  { page: "overview", icon: SquaresFourIcon },
  { page: "programs", icon: ListIcon },
  { page: "risks", icon: WarningIcon },
  { page: "milestones", icon: DiamondIcon },
  { page: "objectives", icon: TargetIcon },
  { page: "reports", icon: FileTextIcon },
  { page: "activity", icon: PulseIcon },
] as const;

interface NavigationProps {
  /** Brings the assistant back; undefined while it is there. */
  onShowAssistant: (() => void) | undefined;
  onShowPalette: () => void;
}

/** The pages of the window. */
export function Navigation({ onShowAssistant, onShowPalette }: NavigationProps) {
  const { t } = useTranslation();
  const { usual } = useKeyWords();
  const { id, report } = useParams({ strict: false });
  const held = id !== undefined ? "programs" : report !== undefined ? "reports" : undefined;
  return (
    <nav className={styles.navigation} aria-label={t("nav.label")}>
      <div className={styles.product}>
        <span className={styles.mark} aria-hidden>
          {/* The bars of build/appicon.svg, on the same grid. */}
          <svg width="20" height="20" viewBox="0 0 1024 1024" fill="currentColor">
            <rect x="192" y="256" width="448" height="128" rx="64" />
            <rect x="320" y="448" width="512" height="128" rx="64" />
            <rect x="384" y="640" width="256" height="128" rx="64" />
            <circle cx="768" cy="704" r="64" opacity="0.6" />
          </svg>
        </span>
        <span className={styles.name}>{t("product")}</span>
      </div>
      <button
        type="button"
        className={styles.find}
        aria-label={t("palette.label")}
        aria-keyshortcuts="Control+K Meta+K"
        title={`${t("palette.label")} (${usual("palette")})`}
        onClick={onShowPalette}
      >
        <MagnifyingGlassIcon size={16} aria-hidden />
        <span className={styles.label}>{t("palette.open")}</span>
        <kbd className={styles.keys} aria-hidden>
          {usual("palette")}
        </kbd>
      </button>
      <ul className={styles.pages}>
        {pages.map(({ page, icon }) => (
          <li key={page}>
            <PageLink page={page} icon={icon} keys={usual(page)} holds={page === held} />
          </li>
        ))}
      </ul>
      <PinnedViews />
      <div className={styles.foot}>
        {onShowAssistant && (
          <button
            type="button"
            className={styles.link}
            aria-label={t("assistant.title")}
            aria-keyshortcuts="Control+J Meta+J"
            title={t("assistant.show", { keys: usual("assistant") })}
            onClick={onShowAssistant}
          >
            <ChatCircleIcon size={16} aria-hidden />
            <span className={styles.label}>{t("assistant.title")}</span>
            <kbd className={styles.keys} aria-hidden>
              {usual("assistant")}
            </kbd>
          </button>
        )}
        <PageLink page="settings" icon={GearSixIcon} keys={usual("settings")} />
        <p className={styles.saved}>
          <CheckIcon size={16} aria-hidden />
          <span>{t("nav.saved")}</span>
        </p>
      </div>
    </nav>
  );
}

interface PageLinkProps {
  page: (typeof pages)[number]["page"] | "settings";
  icon: Icon;
  /** The keys that lead there, as a hint for the eye. */
  keys: string;
  /** Whether what is open belongs to the page, as a program does to the programs. */
  holds?: boolean;
}

function PageLink({ page, icon: PageIcon, keys, holds = false }: PageLinkProps) {
  const { t } = useTranslation();
  return (
    <Link
      to={`/${page}`}
      className={clsx(styles.link, holds && styles.active)}
      activeProps={{ className: styles.active ?? "" }}
      activeOptions={{ includeSearch: false }}
      title={`${t(`page.${page}`)} (${keys})`}
      aria-label={t(`page.${page}`)}
    >
      {({ isActive }) => (
        <>
          <PageIcon size={16} weight={isActive || holds ? "bold" : "regular"} aria-hidden />
          <span className={styles.label}>{t(`page.${page}`)}</span>
          <kbd className={styles.keys} aria-hidden>
            {keys}
          </kbd>
        </>
      )}
    </Link>
  );
}
