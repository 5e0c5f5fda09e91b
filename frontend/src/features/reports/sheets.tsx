import { useQuery } from "@tanstack/react-query";
import { useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { desk, report } from "../../bridge/model";
import { sheetWidth, type Drawing } from "../../drawing/sheet";
import { takesText } from "../../lib/platform";
import { isPressed } from "../../lib/shortcuts";
import { Failure } from "../../ui/notice";
import { useWidth } from "../../ui/use-width";
import { drawingQuery } from "./drawing-query";
import { Sheet } from "./sheet";
import styles from "./sheets.module.css";

interface SheetsProps {
  kept: report.Kept;
  house: desk.House;
  /** What lies on the first sheet, to edit it. */
  editor: ReactNode;
}

/** The sheets of a report as its PDF has them, one below the other, as large as the page of the window allows. */
export function Sheets({ kept, house, editor }: SheetsProps) {
  const { t, i18n } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const query = useQuery(drawingQuery(kept, house, t, i18n.language));
  const drawing = query.data;
  const [current, setCurrent] = useState(0);
  const scale = scaleIn(useWidth(scroller));
  const last = (drawing?.sheets.length ?? 0) - 1;

  const show = (index: number) => {
    const sheet = scroller.current?.querySelectorAll<HTMLElement>("[data-sheet]")[index];
    if (!sheet) return;
    sheet.focus({ preventScroll: true });
    sheet.scrollIntoView({ block: "start" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (takesText(event.target) || event.defaultPrevented) return;
    const step = steps.find(([shortcut]) => isPressed(shortcut, event))?.[1];
    if (!step) return;
    event.preventDefault();
    show(Math.max(0, Math.min(last, step(current, last))));
  };

  if (query.error) {
    return <Failure error={query.error} retryLabel={t("retry")} onRetry={() => void query.refetch()} />;
  }
  const sizes = drawing && { "--sheet-w": `${drawing.size.w}px`, "--sheet-h": `${drawing.size.h}px` };
  return (
    <div
      ref={scroller}
      role="group"
      aria-label={t("report.pages")}
      aria-busy={query.isPending}
      className={styles.sheets}
      style={{ "--scale": scale, ...sizes } as CSSProperties}
      data-list=""
      onKeyDown={onKeyDown}
    >
      {drawing?.sheets.map((_, i) => (
        <Framed
          key={i}
          drawing={drawing}
          index={i}
          current={i === Math.min(current, last)}
          onFocus={() => setCurrent(i)}
          editor={i === 0 && editor}
        />
      ))}
    </div>
  );
}

/** Where each key leads, from the current sheet. */
const steps = [
  ["nextSheet", (current: number) => current + 1],
  ["previousSheet", (current: number) => current - 1],
  ["firstSheet", () => 0],
  ["lastSheet", (_current: number, last: number) => last],
] as const;

/** The room around a sheet, and how small and large it may become. */
const margins = 48;
const smallest = 0.4;
const largest = 1.6;

function scaleIn(width: number): number {
  return Math.min(largest, Math.max(smallest, (width - margins) / sheetWidth));
}

interface FramedProps {
  drawing: Drawing;
  index: number;
  current: boolean;
  onFocus: () => void;
  editor: ReactNode;
}

/** A sheet at the size at which it is shown; keys lead from one to the next. */
function Framed({ drawing: { sheets, size }, index, current, onFocus, editor }: FramedProps) {
  const { t } = useTranslation();
  const sheet = sheets[index];
  if (!sheet) return null;
  const page = t("report.page", { page: index + 1, pages: sheets.length });
  return (
    <article
      aria-label={`${sheet.title} · ${page}`}
      data-sheet=""
      tabIndex={current ? 0 : -1}
      className={styles.frame}
      onFocus={onFocus}
    >
      <Sheet sheet={sheet} size={size} />
      {editor}
    </article>
  );
}
