import { useDroppable } from "@dnd-kit/core";
import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { useEffect, useId, useLayoutEffect, useMemo, useRef } from "react";
import type { portfolio } from "../../../bridge/model";
import type { BoardField } from "../address";
import { totalsQuery } from "../queries";
import { BoardCards } from "./board-cards";
import styles from "./board-column.module.css";
import { columnQuery, sameValue, valueOf, type BoardColumn as Column } from "./board-columns";
import { StatusDots } from "./status-dots";
import { useColumnCards } from "./use-column-cards";
import { useNear } from "./use-near";

/** Cards that are loaded in one column but belong in another by now, because an edit is on its way. */
export type Strays = Record<string, portfolio.ProgramRow[]>;

export interface BoardColumnProps {
  column: Column;
  name: string;
  by: BoardField;
  query: portfolio.Query;
  readOnly: boolean;
  /** What other columns have loaded that belongs here. */
  arrivals: portfolio.ProgramRow[];
  onStrays: (column: string, strays: portfolio.ProgramRow[]) => void;
  onOpen: (program: portfolio.ProgramRow) => void;
  /** The card that the keyboard dropped last: it is drawn also where it is off the screen, to keep the focus. */
  dropped: string | undefined;
}

/** The programs with one value of the field: a place to drop cards. Empty ones are narrow. */
export function BoardColumn(props: BoardColumnProps) {
  const { column, name, by, query, arrivals, onStrays } = props;
  const id = useId();
  const section = useRef<HTMLElement>(null);
  const near = useNear(section);
  const { setNodeRef, isOver } = useDroppable({ id: column.value, data: { name } });
  useEffect(() => setNodeRef(section.current), [setNodeRef]);

  const own = useMemo(() => columnQuery(query, by, column.value), [query, by, column.value]);
  const cards = useColumnCards(own, near && column.count > 0);
  const totals = useQuery({ ...totalsQuery(own), enabled: near && column.count > 0 && by !== "status" });

  const here = useMemo(() => {
    const staying = cards.rows.filter((row) => sameValue(valueOf(row, by), column.value));
    const loaded = new Set(staying.map((row) => row.id));
    return [...arrivals.filter((row) => !loaded.has(row.id)), ...staying];
  }, [cards.rows, arrivals, by, column.value]);
  const strays = useMemo(
    () => cards.rows.filter((row) => !sameValue(valueOf(row, by), column.value)),
    [cards.rows, by, column.value],
  );
  // Before the next frame: a card that is dropped is never in no column.
  useLayoutEffect(() => {
    onStrays(column.value, strays);
    return () => onStrays(column.value, []);
  }, [onStrays, column.value, strays]);

  const total = column.count - strays.length + (here.length - (cards.rows.length - strays.length));
  const empty = total <= 0;
  return (
    <section
      ref={section}
      aria-labelledby={id}
      data-column={column.value}
      className={clsx(styles.column, empty && styles.empty, isOver && styles.over)}
    >
      <header className={styles.head}>
        <h2 id={id} className={styles.title} title={name}>
          <span className={styles.name}>{name}</span> <span className={styles.count}>{total}</span>
        </h2>
        {!empty && by !== "status" && <StatusDots groups={totals.data ?? []} />}
      </header>
      {!empty && <BoardCards {...props} cards={cards} rows={here} total={total} />}
    </section>
  );
}
