import { clsx } from "clsx";
import type { CSSProperties, ReactNode } from "react";
import type { Element, TableElement, TextElement, TableCell } from "../../drawing/sheet";
import unseen from "../../ui/unseen.module.css";
import { CitedRecord } from "./cited-record";
import styles from "./sheet.module.css";

/** The words of a sheet where the file has them, in lines as the file breaks them: headings, texts and real tables. */
export function SheetWords({ elements }: { elements: Element[] }) {
  return elements.map((element, i) => {
    switch (element.kind) {
      case "text":
        return <Words key={i} element={element} />;
      case "table":
        return <Table key={i} table={element} />;
      case "shape":
        return (
          element.says !== "" && (
            <p key={i} className={unseen.unseen}>
              {element.says}
            </p>
          )
        );
      default:
        return null;
    }
  });
}

const tags = { title: "h2", heading: "h3", text: "p", decoration: "p" } as const;

function Words({ element }: { element: TextElement }) {
  const { box, size, colour, weight, side, role, lines, cites } = element;
  const Tag = tags[role];
  const place = { "--x": `${box.x}px`, "--y": `${box.y}px`, "--w": `${box.w}px`, "--size": `${size}px` };
  return (
    <Tag
      className={clsx(styles.words, styles[weight], styles[side])}
      style={{ ...place, "--ink": colour } as CSSProperties}
    >
      <CitedRecord cited={cites}>
        <Lines lines={lines} />
      </CitedRecord>
    </Tag>
  );
}

/** Lines that are not broken again. Each begins a row; what is copied has a space between them. */
function Lines({ lines }: { lines: string[] }): ReactNode {
  return lines.map((line, i) => (
    <span key={i} className={styles.line}>
      {i < lines.length - 1 ? `${line} ` : line}
    </span>
  ));
}

function Table({ table: { x, y, widths, rows, size } }: { table: TableElement }) {
  const [header, ...body] = rows;
  const width = widths.reduce((sum, one) => sum + one, 0);
  const place = { "--x": `${x}px`, "--y": `${y}px`, "--w": `${width}px`, "--size": `${size}px` };
  return (
    <table className={styles.table} style={place as CSSProperties}>
      <colgroup>
        {widths.map((wide, i) => (
          <col key={i} className={styles.column} style={{ "--w": `${wide}px` } as CSSProperties} />
        ))}
      </colgroup>
      {header && (
        <thead>
          <tr className={styles.row} style={{ "--h": `${header.height}px` } as CSSProperties}>
            {header.cells.map((cell, i) => (
              <th key={i} scope="col" {...lookOf(cell)}>
                <Lines lines={cell.lines} />
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {body.map(({ height, cells }, i) => (
          <tr key={i} data-row="" className={styles.row} style={{ "--h": `${height}px` } as CSSProperties}>
            {cells.map((cell, j) => (
              <td key={j} {...lookOf(cell)}>
                <CitedRecord cited={cell.cites}>
                  <Lines lines={cell.lines} />
                </CitedRecord>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function lookOf({ weight, side, icon, colour }: TableCell) {
  return {
    className: clsx(styles.cell, styles[weight], styles[side], icon && styles.iconed),
    style: { "--ink": colour } as CSSProperties,
  };
}
