import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { useEffect, useMemo, useRef, type CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { portfolio } from "../../bridge/model";
import { rowHeight } from "../../ui/grid-columns";
import { Failure, Notice } from "../../ui/notice";
import { useCellKeys } from "../../ui/use-cell-keys";
import { useReadOnly } from "../../vocabulary/desk-day";
import { useEditRecords } from "../../vocabulary/use-edit-records";
import { Words } from "../../vocabulary/words";
import styles from "./objective-matrix.module.css";
import { matrixQuery } from "./queries";

interface ObjectiveMatrixProps {
  objectives: portfolio.ObjectiveRow[];
  /** What the programs are searched for. */
  text: string;
}

/** Which program serves which objective; each cell is a box to tick. */
export function ObjectiveMatrix({ objectives, text }: ObjectiveMatrixProps) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const toggle = useToggle(objectives);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useInfiniteQuery(matrixQuery(text));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const total = list.data?.pages[0]?.total ?? 0;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: 2 * rowHeight,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetching, fetchNextPage } = list;
  useEffect(() => {
    if (last >= rows.length - 30 && hasNextPage && !isFetching) void fetchNextPage();
  }, [last, rows.length, hasNextPage, isFetching, fetchNextPage]);
  const keys = useCellKeys({
    rows: rows.length,
    columns: objectives.length,
    pageSize: 15,
    reveal: ({ row }) => virtual.scrollToIndex(row),
  });

  if (list.error) {
    return <Failure error={list.error} retryLabel={t("retry")} onRetry={() => void list.refetch()} />;
  }
  if (list.data && total === 0) {
    return <Notice title={t("program.noneFound")} text={t("program.noneFoundText")} />;
  }
  const layout = { "--objectives": objectives.length, "--height": `${virtual.getTotalSize()}px` };
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={t("objective.matrix")}
      aria-rowcount={total + 1}
      aria-colcount={objectives.length + 1}
      aria-busy={list.isFetching}
      className={styles.matrix}
      style={layout as CSSProperties}
      onKeyDown={keys.onKeyDown}
    >
      <div role="row" aria-rowindex={1} className={styles.head}>
        <div role="columnheader" className={styles.corner}>
          {t("field.program")}
        </div>
        {objectives.map((objective) => (
          <div key={objective.id} role="columnheader" className={styles.objective} title={objective.name}>
            <span>{objective.name}</span>
          </div>
        ))}
      </div>
      <div role="rowgroup" data-list="" className={styles.body}>
        {items.map(({ index }) => {
          const program = rows[index];
          if (!program) return null;
          return (
            <div
              key={program.id}
              role="row"
              aria-rowindex={index + 2}
              className={styles.row}
              style={{ transform: `translateY(${index * rowHeight}px)` }}
            >
              <div role="rowheader" className={styles.program}>
                <Link to="/program/$id" params={{ id: program.id }} tabIndex={-1}>
                  <Words text={program.name} />
                </Link>
              </div>
              {objectives.map((objective, column) => {
                const serves = program.strategic_objectives.includes(objective.name);
                return (
                  <div key={objective.id} role="gridcell" className={styles.cell}>
                    <button
                      type="button"
                      role="checkbox"
                      aria-checked={serves}
                      aria-disabled={readOnly}
                      aria-label={t("objective.serves", { program: program.name, objective: objective.name })}
                      {...keys.cell(index, column)}
                      className={styles.tick}
                      onClick={() => toggle(program, objective)}
                    >
                      {serves && <CheckIcon size={14} weight="bold" aria-hidden />}
                    </button>
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Lets a program serve an objective, or no longer. */
function useToggle(objectives: portfolio.ObjectiveRow[]) {
  const edit = useEditRecords();
  return (program: portfolio.ProgramRow, { name }: portfolio.ObjectiveRow) => {
    const served = program.strategic_objectives;
    const wanted = served.includes(name) ? served.filter((other) => other !== name) : [...served, name];
    // In the order of the list, as the store keeps them: the next edit begins from what is shown.
    const after = objectives.map((objective) => objective.name).filter((other) => wanted.includes(other));
    edit({
      edits: [
        {
          entity: portfolio.Entity.Program,
          id: program.id,
          label: program.name,
          programId: program.id,
          before: { strategic_objectives: served },
          after: { strategic_objectives: after },
        },
      ],
    });
  };
}
