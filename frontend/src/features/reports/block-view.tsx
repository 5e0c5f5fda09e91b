import { clsx } from "clsx";
import { useId, type CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { report } from "../../bridge/model";
import unseen from "../../ui/unseen.module.css";
import { BarsBlock } from "./bars-block";
import styles from "./block-view.module.css";
import { CitedRecord } from "./cited-record";
import { pairWidths } from "./column-shares";
import { FiguresBlock } from "./figures-block";
import { NarrativeText } from "./narrative-text";
import type { Part } from "./part";
import { useReportWords } from "./report-words-context";
import { contentWidth, pairGap } from "./sheet-size";
import { TableBlock } from "./table-block";
import { TimelineBlock } from "./timeline-block";
import { Toned } from "./tone";

/** Rows from-to of a part; what it is measured by is marked data-row. */
export interface Stretch {
  from: number;
  to: number;
}

/** All rows of a part. */
export const whole: Stretch = { from: 0, to: Infinity };

interface PartViewProps extends Stretch {
  part: Part;
}

/** A part of a sheet, or the rows of it that the sheet holds. */
export function PartView({ part, from, to }: PartViewProps) {
  if (part.is === "narrative") return <NarrativeText pieces={part.pieces.slice(from, to)} />;
  if (part.is === "block") return <BlockView block={part.block} width={contentWidth} from={from} to={to} />;
  const widths = pairWidths(
    part.blocks.map(({ table }) => table),
    contentWidth - pairGap,
  );
  return (
    <div className={styles.pair} data-row="">
      {part.blocks.map((block, i) => (
        <div key={i} className={styles.half} style={{ "--width": `${widths[i]}px` } as CSSProperties}>
          <BlockView block={block} width={widths[i] ?? 0} {...whole} />
        </div>
      ))}
    </div>
  );
}

interface BlockViewProps extends Stretch {
  block: report.Block;
  /** How wide it is, in the pixels of a sheet. */
  width: number;
}

/** A block with its title, which is said again where it goes on. */
function BlockView({ block, width, from, to }: BlockViewProps) {
  const { t } = useTranslation();
  const { label } = useReportWords();
  const id = useId();
  const title = label(block.title);
  return (
    <div role="group" className={styles.block} aria-labelledby={title === "" ? undefined : id}>
      {title !== "" && (
        <h3 id={id} className={clsx(styles.title, block.figures && unseen.unseen)}>
          {from === 0 ? title : t("report.continued", { title })}
        </h3>
      )}
      <Content block={block} width={width} from={from} to={to} />
    </div>
  );
}

function Content({ block, width, from, to }: BlockViewProps) {
  const { label } = useReportWords();
  if (block.figures) return <FiguresBlock figures={block.figures} />;
  if (block.table)
    return <TableBlock table={block.table} label={label(block.title)} width={width} from={from} to={to} />;
  if (block.bars) return <BarsBlock bars={block.bars} from={from} to={to} />;
  if (block.timeline) return <TimelineBlock timeline={block.timeline} from={from} to={to} />;
  if (block.list) {
    return (
      <ul className={styles.list}>
        {block.list.items.slice(from, to).map((item, i) => (
          <li key={i} data-row="">
            <CitedRecord cited={item.ref}>
              <Toned tone={item.tone}>{item.text}</Toned>
            </CitedRecord>
          </li>
        ))}
      </ul>
    );
  }
  return block.text?.paragraphs.slice(from, to).map((paragraph, i) => (
    <p key={i} data-row="" className={styles.paragraph}>
      {label(paragraph)}
    </p>
  ));
}
