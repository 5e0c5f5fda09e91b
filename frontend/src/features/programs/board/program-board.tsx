import { DndContext, DragOverlay } from "@dnd-kit/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../../bridge/model";
import { Button } from "../../../ui/button";
import { Segments } from "../../../ui/segments";
import { useReadOnly } from "../../../vocabulary/desk-day";
import { boardFields, toQuery } from "../address";
import { rememberProgram } from "../last-list";
import type { ProgramViewProps } from "../program-view";
import { countsQuery, facetsQuery } from "../queries";
import { useProgramSelection } from "../selection";
import { CardFace } from "./board-card";
import { BoardColumn, type Strays } from "./board-column";
import { columnsOf, fieldOfBoard, sameValue, valueOf } from "./board-columns";
import { walkBoard } from "./board-keys";
import cardStyles from "./board-card.module.css";
import { useColumnWords } from "./column-words";
import { CompletionDialog } from "./completion-dialog";
import styles from "./program-board.module.css";
import { useBoardDrag } from "./use-board-drag";
import { useHeldCard } from "./use-held-card";
import { useMovePrograms, type Completion } from "./use-move-programs";

const wholePortfolio = toQuery({});
const nothing: portfolio.ProgramRow[] = [];

/** The programs of the list as a board: a column for each value of a field, cards that move between them. */
export function ProgramBoard({ search, query, change }: ProgramViewProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const selection = useProgramSelection();
  const by = search.by ?? "pipeline_stage";
  const words = useColumnWords(by);
  const board = useRef<HTMLDivElement>(null);
  const [completed, setCompleted] = useState<Completion>();
  const [strays, setStrays] = useState<Strays>({});

  const facets = useQuery(facetsQuery(wholePortfolio)).data;
  const counted = useQuery(countsQuery(query, fieldOfBoard[by])).data;
  const columns = useMemo(
    () =>
      columnsOf(
        by,
        search,
        facets?.find(({ field }) => field === fieldOfBoard[by])?.groups ?? [],
        counted ?? [],
      ),
    [by, search, facets, counted],
  );
  const names = useMemo(() => columns.map(({ value }) => words(value)), [columns, words]);

  const move = useMovePrograms(by, setCompleted);
  const drag = useBoardDrag({ columns, names, board, onMove: (ids, value) => void move(ids, value) });
  const held = useHeldCard(board);

  const onStrays = useCallback(
    (column: string, rows: portfolio.ProgramRow[]) =>
      setStrays((before) =>
        (before[column] ?? nothing).length === 0 && rows.length === 0
          ? before
          : { ...before, [column]: rows },
      ),
    [],
  );
  const open = useCallback(
    ({ id }: portfolio.ProgramRow) => {
      rememberProgram(id);
      void navigate({ to: "/program/$id", params: { id } });
    },
    [navigate],
  );
  const arrivals = Object.values(strays).flat();

  return (
    <>
      <div className={styles.bar}>
        <span className={styles.label} aria-hidden>
          {t("board.by")}
        </span>
        <Segments
          label={t("board.by")}
          value={by}
          options={boardFields.map((value) => ({ value, label: t(`field.${value}`) }))}
          onChange={(next) => change({ by: next })}
        />
        {selection.ids.size > 0 && (
          <div role="status" className={styles.selected}>
            <p>{t("board.selected", { count: selection.ids.size })}</p>
            <Button kind="quiet" onClick={selection.clear}>
              {t("board.unselect")}
            </Button>
          </div>
        )}
      </div>
      <DndContext {...drag.context}>
        <div
          ref={board}
          role="group"
          aria-label={t("page.board")}
          data-list=""
          className={styles.board}
          {...held}
          onKeyDown={(event) => {
            if (!drag.active && walkBoard(event.currentTarget, event.nativeEvent)) event.preventDefault();
          }}
        >
          {columns.map((column, index) => (
            <BoardColumn
              key={`${by} ${column.value}`}
              column={column}
              name={names[index] ?? ""}
              by={by}
              query={query}
              readOnly={readOnly}
              arrivals={
                arrivals.length === 0
                  ? nothing
                  : arrivals.filter((row) => sameValue(valueOf(row, by), column.value))
              }
              onStrays={onStrays}
              onOpen={open}
              dropped={drag.dropped}
            />
          ))}
        </div>
        <DragOverlay dropAnimation={null}>
          {drag.active && (
            <div className={`${cardStyles.card ?? ""} ${cardStyles.overlay ?? ""}`} aria-hidden>
              <CardFace program={drag.active} />
              {drag.carried > 1 && <span className={cardStyles.more}>{drag.carried}</span>}
            </div>
          )}
        </DragOverlay>
      </DndContext>
      {completed && <CompletionDialog moved={completed} onClose={() => setCompleted(undefined)} />}
    </>
  );
}
