import { ArrowDownIcon } from "@phosphor-icons/react/dist/csr/ArrowDown";
import { ArrowUpIcon } from "@phosphor-icons/react/dist/csr/ArrowUp";
import { flexRender, type Header } from "@tanstack/react-table";
import { clsx } from "clsx";
import styles from "./data-grid.module.css";
import type { GridSelection } from "./grid-cells";
import type { GridFeatures } from "./grid-columns";
import type { PlacedColumn } from "./grid-layout";
import { GridTick } from "./grid-tick";
import { useHeaderDrag } from "./use-header-drag";

const sortWords = { asc: "ascending", desc: "descending" } as const;

interface DataGridHeaderProps<T extends object> {
  headers: Header<GridFeatures, T>[];
  columns: readonly PlacedColumn[];
  sortable: boolean;
  /** How many keys the rows are sorted by; their order is shown where there are several. */
  sortKeys: number;
  selection: GridSelection | undefined;
  /** All rows that there are. */
  total: number;
  /** Given where columns can be resized and moved. */
  arrange:
    | {
        onWidth: (id: string, width: number) => void;
        onMove: (id: string, before: string | undefined) => void;
      }
    | undefined;
}

export function DataGridHeader<T extends object>(props: DataGridHeaderProps<T>) {
  const { headers, columns, sortable, selection, arrange } = props;
  const drag = useHeaderDrag({ columns, onWidth: () => undefined, onMove: () => undefined, ...arrange });
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={clsx(styles.row, styles.headRow)}>
        {selection && (
          <div role="columnheader" className={clsx(styles.cell, styles.select)}>
            <GridTick
              label={selection.words.all}
              checked={selection.count === 0 ? false : selection.count >= props.total ? true : "some"}
              onToggle={selection.count >= props.total ? selection.clear : selection.all}
            />
          </div>
        )}
        {headers.map((header, i) => {
          const sorted = header.column.getIsSorted();
          const title = flexRender(header.column.columnDef.header, header.getContext());
          const sorts = sortable && header.column.columnDef.enableSorting !== false;
          const pinned = columns[i]?.left !== undefined;
          return (
            <div
              key={header.id}
              role="columnheader"
              data-header={header.id}
              aria-sort={sorts ? (sorted ? sortWords[sorted] : "none") : undefined}
              className={clsx(
                styles.cell,
                pinned && styles.pinned,
                drag.target === header.id && styles.dropBefore,
                drag.target === null && i === headers.length - 1 && styles.dropAfter,
              )}
              style={pinned ? { left: `var(--left-${i})` } : undefined}
              {...(arrange && drag.header(header.id))}
            >
              {sorts ? (
                <button
                  type="button"
                  className={styles.sort}
                  aria-keyshortcuts={
                    arrange && "Alt+ArrowLeft Alt+ArrowRight Alt+Shift+ArrowLeft Alt+Shift+ArrowRight"
                  }
                  onClick={(event) => header.column.getToggleSortingHandler()?.(event)}
                >
                  <span className={styles.title}>{title}</span>
                  {sorted === "asc" && <ArrowUpIcon size={12} className={styles.direction} aria-hidden />}
                  {sorted === "desc" && <ArrowDownIcon size={12} className={styles.direction} aria-hidden />}
                  {sorted && props.sortKeys > 1 && (
                    <span className={styles.sortKey}>{header.column.getSortIndex() + 1}</span>
                  )}
                </button>
              ) : (
                title
              )}
              {arrange && <span className={styles.edge} aria-hidden {...drag.edge(header.id)} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}
