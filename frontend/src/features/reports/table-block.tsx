import { clsx } from "clsx";
import type { CSSProperties } from "react";
import type { Level as Grade, report } from "../../bridge/model";
import { Level } from "../../vocabulary/severity";
import { levels } from "../../vocabulary/values";
import { linesOf, usualLines } from "../../drawing/cell-lines";
import type { Stretch } from "./block-view";
import { CitedRecord } from "./cited-record";
import { columnShares } from "./column-shares";
import { useReportWords } from "./report-words-context";
import styles from "./table-block.module.css";
import { Toned } from "./tone";

interface TableBlockProps extends Stretch {
  table: report.Table;
  /** The title above it. */
  label: string;
  /** How wide it is, in the pixels of a sheet. */
  width: number;
}

/** A table; its head is drawn again where it goes on. */
export function TableBlock({ table, label, width, from, to }: TableBlockProps) {
  const { columns, rows, note } = table;
  const words = useReportWords();
  const last = to >= rows.length;
  return (
    <>
      {rows.length > 0 && (
        <table
          className={styles.table}
          aria-label={label || undefined}
          style={{ "--lines": linesOf(table, usualLines) } as CSSProperties}
        >
          <colgroup>
            {columnShares(columns, width).map((share, i) => (
              <col key={i} className={styles.column} style={{ "--share": share } as CSSProperties} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map((column, i) => (
                <th key={i} scope="col" className={sideOf(column)}>
                  {words.label(column.label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(from, to).map(({ cells }, i) => (
              <tr key={i} data-row="">
                {columns.map((column, j) => (
                  <td key={j} className={clsx(sideOf(column), column.kind === "date" && styles.line)}>
                    {cells[j] && <CellView column={column} cell={cells[j]} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {note !== "" && last && (
        <p className={styles.note} data-row={rows.length === 0 ? "" : undefined}>
          {words.label(note)}
        </p>
      )}
    </>
  );
}

function sideOf({ align }: report.Column): string | undefined {
  return align === "end" ? styles.end : undefined;
}

/** What a cell holds, as its column says. */
function CellView({ column, cell }: { column: report.Column; cell: report.Cell }) {
  const words = useReportWords();
  if (cell.text === "") {
    // The dash is the same in every language.
    if (column.kind === "text") return <span className={styles.none}>{"–"}</span>;
    if (column.kind !== "status") return <span className={styles.none}>{words.value(column.kind, "")}</span>;
  }
  const grade = levels.find((level): level is Grade => column.kind === "level" && level === cell.text);
  const view = (
    <CitedRecord cited={cell.ref}>
      {grade ? (
        <Level level={grade} />
      ) : (
        <Toned tone={cell.text === "" ? "unreported" : cell.tone}>
          {words.value(column.kind, cell.text, column.unit)}
        </Toned>
      )}
    </CitedRecord>
  );
  return column.kind === "text" ? <div className={styles.text}>{view}</div> : view;
}
