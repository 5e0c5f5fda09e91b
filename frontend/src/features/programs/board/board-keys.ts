import { isPressed } from "../../../lib/shortcuts";

type Keys = Parameters<typeof isPressed>[1] & { target: EventTarget | null };

const steps = { up: -1, down: 1 } as const;
const sides = { columnLeft: -1, columnRight: 1 } as const;
const ends = ["first", "last"] as const;

/** Moves the focus over the cards of a board with the keys of lists; false where the keys mean nothing to it. */
export function walkBoard(board: HTMLElement, keys: Keys): boolean {
  const card = keys.target instanceof HTMLElement ? keys.target.closest<HTMLElement>("[data-card]") : null;
  const column = card?.closest<HTMLElement>("[data-column]");
  if (!card || !column) return false;

  const step = (["up", "down"] as const).find((name) => isPressed(name, keys));
  if (step) {
    const index = Number(card.closest<HTMLElement>("[data-index]")?.dataset.index) + steps[step];
    focusCard(column.querySelector<HTMLElement>(`[data-index="${index}"] [data-card]`));
    return true;
  }
  const side = (["columnLeft", "columnRight"] as const).find((name) => isPressed(name, keys));
  if (side) {
    focusCard(beside(board, column, card, sides[side]));
    return true;
  }
  const end = ends.find((name) => isPressed(name, keys));
  if (!end) return false;
  const scroller = card.closest<HTMLElement>("[data-scroller]");
  scroller?.scrollTo({ top: end === "first" ? 0 : scroller.scrollHeight });
  // The cards there are drawn in the next frames.
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      focusCard([...column.querySelectorAll<HTMLElement>("[data-card]")].at(end === "first" ? 0 : -1)),
    ),
  );
  return true;
}

/** The card of the next column with cards that stands at about the same height. */
function beside(
  board: HTMLElement,
  column: HTMLElement,
  card: HTMLElement,
  side: 1 | -1,
): HTMLElement | undefined {
  const columns = [...board.querySelectorAll<HTMLElement>("[data-column]")];
  const { top } = card.getBoundingClientRect();
  const distance = (other: HTMLElement) => Math.abs(other.getBoundingClientRect().top - top);
  for (let at = columns.indexOf(column) + side; columns[at]; at += side) {
    const [nearest] = [...(columns[at]?.querySelectorAll<HTMLElement>("[data-card]") ?? [])].sort(
      (a, b) => distance(a) - distance(b),
    );
    if (nearest) return nearest;
  }
  return undefined;
}

/** Gives the focus to a card, and brings it onto the screen. */
export function focusCard(card: HTMLElement | null | undefined): void {
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
