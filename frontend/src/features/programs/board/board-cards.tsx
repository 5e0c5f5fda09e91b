import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import { useCallback, useEffect, useRef, useState, type CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../../bridge/model";
import { Failure } from "../../../ui/notice";
import { BoardCard } from "./board-card";
import styles from "./board-cards.module.css";
import type { BoardColumnProps } from "./board-column";
import type { ColumnCards } from "./use-column-cards";

interface BoardCardsProps extends BoardColumnProps {
  cards: ColumnCards;
  rows: portfolio.ProgramRow[];
  total: number;
}

/** The height of a card and of the gap below it, in pixels; the card takes its own from here. */
const cardHeight = 118;
const gap = 8;

/** How many cards before the end of those that are loaded the next page is read. */
const ahead = 10;

/** The cards of a column, of which only those near the screen are drawn. */
export function BoardCards({ column, name, cards, rows, total, readOnly, onOpen, dropped }: BoardCardsProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string>();
  const indexOf = (id: string | undefined) => rows.findIndex((row) => row.id === id);
  const arrived = indexOf(dropped);
  const stop = Math.max(0, indexOf(current));

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: () => cardHeight + gap,
    overscan: 4,
    // The card that has the focus, or is to have it, is always there, or the focus would be lost with it.
    rangeExtractor: useCallback(
      (range: Range) => {
        const kept = [stop, arrived].filter((index) => index >= 0 && index < range.count);
        return [...new Set([...defaultRangeExtractor(range), ...kept])].sort((a, b) => a - b);
      },
      [stop, arrived],
    ),
  });
  const items = virtual.getVirtualItems();
  const last = Math.max(
    0,
    ...items.map((item) => item.index).filter((index) => index !== stop && index !== arrived),
  );
  const { more, hasMore } = cards;
  useEffect(() => {
    if (hasMore && last >= rows.length - ahead) more();
  }, [hasMore, last, rows.length, more]);

  const layout = {
    "--height": `${virtual.getTotalSize()}px`,
    "--card-height": `${cardHeight}px`,
  } as CSSProperties;
  return (
    <div ref={scroller} data-scroller className={styles.scroller} style={layout} aria-busy={cards.reading}>
      {cards.error ? (
        <Failure error={cards.error} retryLabel={t("retry")} onRetry={cards.retry} />
      ) : (
        <div role="list" aria-label={name} className={styles.cards}>
          {items.map((item) => {
            const program = rows[item.index];
            return program ? (
              <div
                key={item.key}
                role="listitem"
                aria-setsize={total}
                aria-posinset={item.index + 1}
                data-index={item.index}
                className={styles.item}
                style={{ "--top": `${item.start}px` } as CSSProperties}
              >
                <BoardCard
                  program={program}
                  column={column.value}
                  stop={item.index === stop}
                  onFocus={() => setCurrent(program.id)}
                  onOpen={() => onOpen(program)}
                  readOnly={readOnly}
                />
              </div>
            ) : null;
          })}
        </div>
      )}
    </div>
  );
}
