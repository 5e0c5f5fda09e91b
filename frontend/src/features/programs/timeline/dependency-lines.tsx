import { XIcon } from "@phosphor-icons/react/dist/csr/X";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../../bridge/model";
import { rowHeight } from "../../../ui/grid-columns";
import { violation } from "../../../vocabulary/launch-order";
import { numberOf } from "./day-number";
import styles from "./dependency-lines.module.css";
import { pathOf, routeOf, type Point } from "./dependency-route";
import { xOf, type Axis } from "./time-scale";

/** A dependency of which both programs are in the list. */
export interface ShownLink {
  dependency: portfolio.Dependency;
  from: portfolio.ProgramRow;
  to: portfolio.ProgramRow;
}

/** The dependency that was clicked, and how far down. */
export interface SelectedLink {
  id: string;
  y: number;
}

interface DependencyLinesProps {
  links: readonly ShownLink[];
  /** The index of the row of each program. */
  places: ReadonlyMap<string, number>;
  axis: Axis;
  selected: SelectedLink | undefined;
  onSelect: (link: SelectedLink | undefined) => void;
  /** Removes the selected dependency; undefined where nothing can be changed. */
  onRemove: ((link: ShownLink) => void) | undefined;
  /** The line that is being drawn. */
  drawing: { from: Point; to: Point } | undefined;
}

/** The lines of the dependencies over the bars; those that are broken are red and dashed. */
export function DependencyLines({
  links,
  places,
  axis,
  selected,
  onSelect,
  onRemove,
  drawing,
}: DependencyLinesProps) {
  const { t } = useTranslation();
  const drawn = links.flatMap((link) => {
    const [from, to] = [launchPoint(link.from, places, axis), launchPoint(link.to, places, axis)];
    return from && to ? [{ link, route: routeOf(from, to), broken: violation(link.from, link.to) > 0 }] : [];
  });
  const chosen = drawn.find(({ link }) => link.dependency.id === selected?.id);
  const [, corner] = chosen?.route ?? [];
  const names = chosen && { from: chosen.link.from.name, to: chosen.link.to.name };
  return (
    <>
      <svg aria-hidden className={styles.lines}>
        {drawn.map(({ link: { dependency }, route, broken }) => {
          const path = pathOf(route);
          const end = route.at(-1);
          return (
            <g
              key={dependency.id}
              data-dependency={dependency.id}
              data-broken={broken || undefined}
              className={clsx(
                styles.line,
                broken && styles.broken,
                dependency.id === selected?.id && styles.selected,
              )}
              onClick={({ currentTarget, clientY }) => {
                const top = currentTarget.ownerSVGElement?.getBoundingClientRect().top ?? 0;
                onSelect({ id: dependency.id, y: clientY - top });
              }}
            >
              <path className={styles.hit} d={path} />
              <path d={path} />
              {end && <path className={styles.arrow} d={`M${end.x} ${end.y}l6 -3.5v7z`} />}
            </g>
          );
        })}
        {drawing && (
          <path
            className={styles.drawing}
            d={`M${drawing.from.x} ${drawing.from.y}L${drawing.to.x} ${drawing.to.y}`}
          />
        )}
      </svg>
      {selected && chosen && corner && names && onRemove && (
        <button
          key={selected.id}
          type="button"
          ref={focusInPlace}
          className={styles.remove}
          style={{ left: corner.x, top: between(selected.y, chosen.route) }}
          aria-label={t("timeline.unlinkOf", names)}
          title={t("timeline.unlinkOf", names)}
          onClick={() => onRemove(chosen.link)}
          onBlur={() => onSelect(undefined)}
          onKeyDown={({ key }) => {
            if (key === "Escape") onSelect(undefined);
            if (key === "Delete" || key === "Backspace") onRemove(chosen.link);
          }}
        >
          <XIcon size={10} weight="bold" />
        </button>
      )}
    </>
  );
}

/** Takes the focus without scrolling away from what was clicked. */
function focusInPlace(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}

/** A height on the upright part of a line, as near as can be to one. */
function between(y: number, [from, , , to]: readonly Point[]): number {
  const [a, b] = [from?.y ?? y, to?.y ?? y];
  return Math.max(Math.min(a, b), Math.min(y, Math.max(a, b)));
}

/** Where the line of a program begins or ends: right of its launch. */
export function launchPoint(
  program: Pick<portfolio.Program, "id" | "launch_date">,
  places: ReadonlyMap<string, number>,
  axis: Axis,
): Point | undefined {
  const index = places.get(program.id);
  if (index === undefined || program.launch_date === null) return undefined;
  return { x: xOf(axis, numberOf(program.launch_date) + 1), y: index * rowHeight + rowHeight / 2 };
}
