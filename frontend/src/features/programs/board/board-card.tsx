import { useDraggable } from "@dnd-kit/core";
import { Link } from "@tanstack/react-router";
import { ClockCountdownIcon } from "@phosphor-icons/react/dist/csr/ClockCountdown";
import { clsx } from "clsx";
import type { KeyboardEvent, MouseEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { portfolio } from "../../../bridge/model";
import { hasCommandKey } from "../../../lib/platform";
import { isPressed } from "../../../lib/shortcuts";
import { Checkbox } from "../../../ui/checkbox";
import { Assessed } from "../../../vocabulary/assessed";
import { LaunchDate } from "../../../vocabulary/day";
import { isContradicted } from "../../../vocabulary/health";
import { Progress } from "../../../vocabulary/progress";
import { HighRisks } from "../../../vocabulary/severity";
import { StatusChip, statusTone } from "../../../vocabulary/status-chip";
import { useProgramSelection } from "../selection";
import styles from "./board-card.module.css";

interface BoardCardProps {
  program: portfolio.ProgramRow;
  /** The column that it stands in. */
  column: string;
  /** Whether the Tab key stops at it: one card a column does. */
  stop: boolean;
  onFocus: () => void;
  onOpen: () => void;
  readOnly: boolean;
}

/** A program on the board: Space or the mouse lifts it, X or Ctrl-click selects it, Enter opens its page. */
export function BoardCard({ program, column, stop, onFocus, onOpen, readOnly }: BoardCardProps) {
  const { t } = useTranslation();
  const selection = useProgramSelection();
  const { setNodeRef, attributes, listeners, isDragging } = useDraggable({
    id: program.id,
    data: { program, column },
    disabled: readOnly,
  });
  const selected = selection.has(program.id);

  const onClick = (event: MouseEvent) => {
    if (!hasCommandKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
    selection.toggle(program.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (isPressed("select", event)) selection.toggle(program.id);
    else if (isPressed("openRow", event)) onOpen();
    else listeners?.onKeyDown?.(event);
  };

  return (
    <div
      ref={setNodeRef}
      {...listeners}
      role="group"
      aria-label={program.name}
      aria-roledescription={t("board.card")}
      aria-describedby={readOnly ? undefined : attributes["aria-describedby"]}
      tabIndex={stop ? 0 : -1}
      data-card={program.id}
      className={clsx(styles.card, selected && styles.selected, isDragging && styles.lifted)}
      onFocus={onFocus}
      onClickCapture={onClick}
      onKeyDown={onKeyDown}
    >
      <CardFace program={program}>
        <span
          className={clsx(styles.box, selected && styles.shown)}
          onPointerDown={(event) => event.stopPropagation()}
        >
          <Checkbox
            tabIndex={-1}
            checked={selected}
            aria-label={t("board.select", { name: program.name })}
            onCheckedChange={() => selection.toggle(program.id)}
          />
        </span>
      </CardFace>
    </div>
  );
}

/** What a card shows, on the board and while it is carried. */
export function CardFace({ program, children }: { program: portfolio.ProgramRow; children?: ReactNode }) {
  const { t } = useTranslation();
  const { assessed, reasons } = program.health;
  const stale = reasons.some(({ rule }) => rule === portfolio.HealthRule.Stale);
  return (
    <>
      <div className={styles.head}>
        <Link
          to="/program/$id"
          params={{ id: program.id }}
          className={styles.name}
          title={program.name}
          tabIndex={-1}
          draggable={false}
        >
          {program.name}
        </Link>
        {children}
      </div>
      <div className={styles.line}>
        <StatusChip status={program.status} />
        {isContradicted(program.status, assessed) && (
          <span className={styles.assessed} title={t("board.assessed")}>
            <Assessed declared={program.status} assessed={assessed} />
          </span>
        )}
        <span className={styles.end}>
          <HighRisks count={program.open_high_risks} />
        </span>
      </div>
      <div className={styles.line}>
        <LaunchDate program={program} />
        <span className={styles.end}>
          {program.owner !== "" && (
            <span className={styles.owner} role="img" aria-label={program.owner} title={program.owner}>
              {initials(program.owner)}
            </span>
          )}
        </span>
      </div>
      <div className={styles.line}>
        <Progress percent={program.progress} tone={statusTone(program.status)} />
        {stale && (
          <span className={styles.stale}>
            <ClockCountdownIcon size={12} aria-hidden />
            {t("board.stale")}
          </span>
        )}
      </div>
    </>
  );
}

/** The first letters of the first and the last word of a name. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => Array.from(word ?? "")[0]?.toLocaleUpperCase() ?? "").join("");
}
