import { ArrowDownIcon } from "@phosphor-icons/react/dist/csr/ArrowDown";
import { ArrowUpIcon } from "@phosphor-icons/react/dist/csr/ArrowUp";
import { flexRender, type Header } from "@tanstack/react-table";
import { clsx } from "clsx";
import styles from "./data-grid.module.css";
import type { GridFeatures } from "./grid-columns";

const sortWords = { asc: "ascending", desc: "descending" } as const;

interface DataGridHeaderProps<T extends object> {
  headers: Header<GridFeatures, T>[];
  sortable: boolean;
}

export function DataGridHeader<T extends object>({ headers, sortable }: DataGridHeaderProps<T>) {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={clsx(styles.row, styles.headRow)}>
        {headers.map((header) => {
          const sorted = header.column.getIsSorted();
          const title = flexRender(header.column.columnDef.header, header.getContext());
          const sorts = sortable && header.column.columnDef.enableSorting !== false;
          return (
            <div
              key={header.id}
              role="columnheader"
              aria-sort={sorts ? (sorted ? sortWords[sorted] : "none") : undefined}
              className={styles.cell}
            >
              {sorts ? (
                <button
                  type="button"
                  className={styles.sort}
                  onClick={(event) => header.column.getToggleSortingHandler()?.(event)}
                >
                  {title}
                  {sorted === "asc" && <ArrowUpIcon size={12} aria-hidden />}
                  {sorted === "desc" && <ArrowDownIcon size={12} aria-hidden />}
                </button>
              ) : (
                title
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
