import {
  useCallback,
  useId,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import { useTranslation } from "react-i18next";
import type { desk, report } from "../../bridge/model";
import type { ReportWords } from "../../drawing/report-words";
import { takesText } from "../../lib/platform";
import { isPressed } from "../../lib/shortcuts";
import { useWidth } from "../../ui/use-width";
import { Measure } from "./measure";
import { paginate, type Measured } from "./paginate";
import { narrativePieces, partsOf, type Part } from "./part";
import { ReportWordsContext } from "./report-words-context";
import { Sheet, type SheetContent } from "./sheet";
import { sheetRoom, sheetWidth } from "./sheet-size";
import styles from "./sheets.module.css";

interface SheetsProps {
  kept: report.Kept;
  house: desk.House;
  words: ReportWords;
  /** What lies on the first sheet, to edit it. */
  editor: ReactNode;
}

/** The pages of a report on sheets, one below the other, as large as the page of the window allows. */
export function Sheets({ kept, house, words, editor }: SheetsProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const sheets = useSheetContents(kept, words);
  const [current, setCurrent] = useState(0);
  const scale = scaleIn(useWidth(scroller));

  const show = (index: number) => {
    const sheet = scroller.current?.querySelectorAll<HTMLElement>("[data-sheet]")[index];
    if (!sheet) return;
    sheet.focus({ preventScroll: true });
    sheet.scrollIntoView({ block: "start" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (takesText(event.target) || event.defaultPrevented) return;
    const last = (sheets.contents?.length ?? 0) - 1;
    const step = steps.find(([shortcut]) => isPressed(shortcut, event))?.[1];
    if (!step) return;
    event.preventDefault();
    show(Math.max(0, Math.min(last, step(current, last))));
  };

  return (
    <ReportWordsContext value={words}>
      <div
        ref={scroller}
        role="group"
        aria-label={t("report.pages")}
        className={styles.sheets}
        style={{ "--scale": scale, "--house": house.accent } as CSSProperties}
        data-list=""
        onKeyDown={onKeyDown}
      >
        {sheets.contents?.map((content, i) => (
          <Framed
            key={i}
            kept={kept}
            house={house}
            content={content}
            number={i + 1}
            pages={sheets.contents?.length ?? 0}
            current={i === Math.min(current, (sheets.contents?.length ?? 1) - 1)}
            onFocus={() => setCurrent(i)}
            editor={i === 0 && editor}
          />
        ))}
        {sheets.measure}
      </div>
    </ReportWordsContext>
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
const smallest = 0.3;
const largest = 1.2;

function scaleIn(width: number): number {
  return Math.min(largest, Math.max(smallest, (width - margins) / sheetWidth));
}

/** Deals the pages out to sheets, as soon as the parts are measured. */
function useSheetContents(kept: report.Kept, words: ReportWords) {
  const pages = useMemo(() => partsOfReport(kept), [kept]);
  const [measured, setMeasured] = useState<{ of: Part[][]; words: ReportWords; pages: Measured[][] }>();
  const onMeasured = useCallback(
    (of: Measured[][]) => setMeasured({ of: pages, words, pages: of }),
    [pages, words],
  );
  const contents = useMemo(() => {
    if (measured?.of !== pages || measured.words !== words) return undefined;
    return pages.flatMap((parts, page) =>
      paginate(measured.pages[page] ?? [], sheetRoom).map((slices, i): SheetContent => ({
        title: page === 0 ? "" : (kept.report.pages[page]?.title ?? ""),
        continued: i > 0,
        parts,
        slices,
      })),
    );
  }, [measured, pages, words, kept]);
  return { contents, measure: !contents && <Measure pages={pages} onMeasured={onMeasured} /> };
}

/** The parts of each page. */
function partsOfReport({ report, narrative }: report.Kept): Part[][] {
  const pieces = narrativePieces(narrative);
  return report.pages.map(({ blocks }, i) => {
    const parts = partsOf(blocks);
    return i === 0 && pieces.length > 0 ? [{ is: "narrative", pieces }, ...parts] : parts;
  });
}

interface FramedProps {
  kept: report.Kept;
  house: desk.House;
  content: SheetContent;
  number: number;
  pages: number;
  current: boolean;
  onFocus: () => void;
  editor: ReactNode;
}

/** A sheet at the size at which it is shown; keys lead from one to the next. */
function Framed({ current, onFocus, editor, ...sheet }: FramedProps) {
  const id = useId();
  return (
    <article
      aria-labelledby={`${id} ${id}-page`}
      data-sheet=""
      tabIndex={current ? 0 : -1}
      className={styles.frame}
      onFocus={onFocus}
    >
      <Sheet {...sheet} titleId={id} />
      {editor}
    </article>
  );
}
