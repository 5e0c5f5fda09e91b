import { useTranslation } from "react-i18next";
import type { report } from "../../bridge/model";
import styles from "./figures-block.module.css";
import { useReportWords } from "./report-words-context";
import { Toned } from "./tone";

/** A row of figures, each with what it is of and how it differs from the last report. */
export function FiguresBlock({ figures }: { figures: report.Figures }) {
  const words = useReportWords();
  return (
    <dl className={styles.figures} data-row="">
      {figures.items.map((figure) => (
        <div key={figure.label} className={styles.figure}>
          <dt>
            <Toned tone={isSilent(figure) ? "neutral" : figure.tone}>{words.label(figure.label)}</Toned>
          </dt>
          <dd className={figure.value === "" ? styles.none : styles.value}>
            {words.value(figure.kind, figure.value, figure.unit)}
            <Delta figure={figure} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** None of what would be a bad sign is no sign. */
function isSilent({ kind, value, tone }: report.Figure): boolean {
  return tone === "unreported" ? value !== "" && value === "0" : kind === "number" && value === "0";
}

/** How a figure differs from the last report. */
function Delta({ figure: { delta, delta_tone, unit, kind } }: { figure: report.Figure }) {
  const { t } = useTranslation();
  const words = useReportWords();
  if (delta === "" || delta === "0") return null;
  const said = delta_tone === "green" ? "better" : delta_tone === "red" ? "worse" : "compared";
  const text = words.value("delta", delta, kind === "date" ? "days" : unit === "%" ? "points" : unit);
  return (
    <span className={styles.delta} title={t(`report.${said}`)}>
      <Toned tone={delta_tone} plain>
        {text}
      </Toned>
    </span>
  );
}
