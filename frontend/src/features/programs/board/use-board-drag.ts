import {
  KeyboardSensor,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
  type Active,
  type Announcements,
  type CollisionDetection,
  type DndContextProps,
  type DragEndEvent,
  type KeyboardCoordinateGetter,
  type Over,
} from "@dnd-kit/core";
import { useCallback, useMemo, useState, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../../bridge/model";
import { useProgramSelection } from "../selection";
import type { BoardColumn } from "./board-columns";

interface BoardDrag {
  columns: BoardColumn[];
  /** The names of the columns, in their order. */
  names: string[];
  board: RefObject<HTMLDivElement | null>;
  onMove: (ids: string[], column: string) => void;
}

/** How far the mouse moves before a press on a card is a drag, in pixels. */
const beginsAt = 6;

const keys = { start: ["Space"], cancel: ["Escape"], end: ["Space", "Enter"] };

/** Lifts, carries and drops cards, by mouse and by keyboard, and says where they are. */
export function useBoardDrag({ columns, names, board, onMove }: BoardDrag) {
  const selection = useProgramSelection();
  const [active, setActive] = useState<portfolio.ProgramRow>();
  const [dropped, setDropped] = useState<string>();
  const carriedWith = useCallback(
    (id: string) => (selection.has(id) ? [...selection.ids] : [id]),
    [selection],
  );

  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: beginsAt } }),
    useSensor(KeyboardSensor, {
      keyboardCodes: keys,
      coordinateGetter: toNextColumn,
      scrollBehavior: "auto",
    }),
  );
  const accessibility = useSpokenDrag(columns, names, carriedWith);

  const onDragEnd = ({ active: { id, data }, over, activatorEvent }: DragEndEvent) => {
    setActive(undefined);
    const to = over && columns.find(({ value }) => value === over.id);
    if (!to || (data.current?.column === to.value && !selection.has(String(id)))) return;
    if (activatorEvent instanceof KeyboardEvent) setDropped(String(id));
    onMove(carriedWith(String(id)), to.value);
  };

  const context: DndContextProps = {
    sensors,
    accessibility,
    collisionDetection: columnAt,
    autoScroll: { canScroll: (element) => element === board.current },
    onDragStart: ({ active: { data } }) => {
      setDropped(undefined);
      setActive(programOf(data));
    },
    onDragEnd,
    onDragCancel: () => setActive(undefined),
  };
  return { context, active, dropped, carried: active ? carriedWith(active.id).length : 0 };
}

/** What a card hands over about itself; see useDraggable in BoardCard. */
function programOf(data: Active["data"]): portfolio.ProgramRow | undefined {
  return data.current?.program as portfolio.ProgramRow | undefined;
}

/** The column under the mouse; carried by keyboard, the one whose edge is nearest to that of the card. */
const columnAt: CollisionDetection = (args) => {
  if (args.pointerCoordinates) return pointerWithin(args);
  const distance = (left: number) => Math.abs(left - args.collisionRect.left);
  return args.droppableContainers
    .flatMap((droppableContainer) => {
      const rect = args.droppableRects.get(droppableContainer.id);
      return rect
        ? [{ id: droppableContainer.id, data: { droppableContainer, value: distance(rect.left) } }]
        : [];
    })
    .sort((a, b) => a.data.value - b.data.value);
};

/** Left and Right carry a card to the edge of the next column; the order within a column is that of the list. */
const toNextColumn: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.code];
  if (step === undefined) return undefined;
  event.preventDefault();
  const lefts = [...context.droppableRects].map(([id, rect]) => ({ id, left: rect.left }));
  lefts.sort((a, b) => a.left - b.left);
  const next = lefts[lefts.findIndex(({ id }) => id === context.over?.id) + step];
  return next && { x: next.left, y: currentCoordinates.y };
};

/** What a screen reader says of a drag: the card, the column, and which of how many that is. */
function useSpokenDrag(columns: BoardColumn[], names: string[], carriedWith: (id: string) => string[]) {
  const { t } = useTranslation();
  return useMemo(() => {
    const what = (active: Active) => ({
      count: carriedWith(String(active.id)).length,
      name: programOf(active.data)?.name ?? "",
    });
    const place = (over: Over) => {
      const index = columns.findIndex(({ value }) => value === over.id);
      return { column: names[index] ?? "", position: index + 1, total: columns.length };
    };
    const announcements: Announcements = {
      onDragStart: ({ active }) => t("board.lifted", what(active)),
      onDragOver: ({ active, over }) =>
        over ? t("board.over", { ...what(active), ...place(over) }) : t("board.overNothing", what(active)),
      onDragEnd: ({ active, over }) =>
        over ? t("board.dropped", { ...what(active), ...place(over) }) : t("board.cancelled", what(active)),
      onDragCancel: ({ active }) => t("board.cancelled", what(active)),
    };
    return { announcements, screenReaderInstructions: { draggable: t("board.help") }, restoreFocus: false };
  }, [t, columns, names, carriedWith]);
}
