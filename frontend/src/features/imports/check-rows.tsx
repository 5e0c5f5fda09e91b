import { useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, type CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { desk } from "../../bridge/model";
import { Failure } from "../../ui/notice";
import { CheckRow } from "./check-row";
import styles from "./check-rows.module.css";
import { checkRowsQuery } from "./queries";

interface CheckRowsProps {
  /** The number of the check. */
  number: number;
  part: desk.CheckPart;
  search: string;
  /** The names of the files where there are several, in their order. */
  fileNames: string[];
}

/** How high a row is before it has been measured. */
const usualHeight = 36;

/** The rows of a part of a check, drawn and fetched as they are scrolled to. */
export function CheckRows({ number, part, search, fileNames }: CheckRowsProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useInfiniteQuery(checkRowsQuery(number, part, search));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const total = list.data?.pages[0]?.total ?? 0;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetching, fetchNextPage } = list;
  useEffect(() => {
    if (last >= rows.length - 50 && hasNextPage && !isFetching) void fetchNextPage();
  }, [last, rows.length, hasNextPage, isFetching, fetchNextPage]);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [part, search]);

  if (list.error) {
    return <Failure error={list.error} retryLabel={t("retry")} onRetry={() => void list.refetch()} />;
  }
  if (list.data && total === 0) {
    return <p className={styles.none}>{search === "" ? t("import.noRows") : t("import.noneFound")}</p>;
  }
  return (
    <div
      ref={scroller}
      tabIndex={0}
      aria-label={t(`import.${part}`)}
      role="group"
      className={styles.scroller}
    >
      <div
        role="list"
        aria-busy={isFetching}
        className={styles.rows}
        style={{ "--height": `${virtual.getTotalSize()}px` } as CSSProperties}
      >
        {items.map((item) => {
          const row = rows[item.index];
          return row ? (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              role="listitem"
              aria-setsize={total}
              aria-posinset={item.index + 1}
              className={styles.item}
              style={{ "--top": `${item.start}px` } as CSSProperties}
            >
              <CheckRow row={row} file={fileNames[row.file]} />
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}
