import { faint, hairline, softInk } from "./palette";
import {
  cellPadding,
  iconBox,
  iconRoom,
  type Element,
  type RuleElement,
  type ShapeElement,
  type TableElement,
  type TextElement,
} from "./sheet";

type Part = ShapeElement | RuleElement | TextElement;

/** What a table is made of where there are no tables: the ground of its header, a line below each row, icons and words. */
export function tableParts({ x, y, widths, rows, size }: TableElement): Part[] {
  const width = widths.reduce((sum, one) => sum + one, 0);
  let top = y;
  return rows.flatMap((row, at): Part[] => {
    const ground = { x, y: top, w: width, h: row.height };
    top += row.height;
    let left = x;
    const cells = row.cells.flatMap((cell, column): Part[] => {
      const wide = widths[column] ?? 0;
      const room = cell.icon ? iconRoom(size) : 0;
      const box = {
        x: left + cellPadding.x + room,
        y: ground.y + cellPadding.y,
        w: wide - 2 * cellPadding.x - room,
        h: row.height,
      };
      const place = iconBox(left + cellPadding.x, box.y, size);
      left += wide;
      const { text, lines, weight, colour, side, icon, iconColour } = cell;
      const hollow = icon === "ring";
      const words: TextElement = { kind: "text", text, lines, box, size, weight, colour, side, role: "text" };
      if (!icon) return [words];
      const [fill, line] = hollow ? ["", iconColour] : [iconColour, ""];
      return [{ kind: "shape", shape: icon, box: place, fill, line, says: "" }, words];
    });
    const below: RuleElement = {
      kind: "rule",
      from: { x, y: top },
      to: { x: x + width, y: top },
      colour: at === 0 ? softInk : hairline,
      width: 0.5,
      dashed: false,
    };
    const header: ShapeElement = {
      kind: "shape",
      shape: "rectangle",
      box: ground,
      fill: faint,
      line: "",
      says: "",
    };
    return [...(at === 0 ? [header] : []), below, ...cells];
  });
}

/** The elements of a sheet without its words: what a picture below real text and real tables holds. */
export function wordless(elements: Element[]): Element[] {
  return elements
    .flatMap((element) => (element.kind === "table" ? tableParts(element) : [element]))
    .filter(({ kind }) => kind !== "text");
}
