import { clsx } from "clsx";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio, Status } from "../../bridge/model";
import { Button } from "../../ui/button";
import { filterWord, type ProgramFilter } from "../../vocabulary/program-filter";
import { statusTone } from "../../vocabulary/status-chip";
import type { Grouping } from "./address";
import { ListAnchor } from "./list-anchor";
import { programsOf, programsWith } from "./lists";
import styles from "./status-bars.module.css";

/** The statuses in the order of a bar, each with the count that tells of it. */
const parts: readonly { status: Status | ""; of: keyof portfolio.StatusCount }[] = [
  { status: "On Track", of: "on_track" },
  { status: "At Risk", of: "at_risk" },
  { status: "Off Track", of: "off_track" },
  { status: "Completed", of: "completed" },
  { status: "", of: "not_reported" },
];

/** How many bars are shown before the others are asked for. */
const first = 8;

interface StatusBarsProps {
  label: string;
  mix: portfolio.StatusMix[];
  by: Grouping;
  filter: ProgramFilter;
  /** What stands for the programs without a value. */
  none?: string;
}

/** The declared statuses of the programs of each value of a field; each part opens its programs. */
export function StatusBars({ label, mix, by, filter, none }: StatusBarsProps) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState(false);
  const word = (status: Status | "") => t(`status.${status || "none"}`);
  return (
    <>
      <ul className={styles.bars} aria-label={label}>
        {mix.slice(0, all ? undefined : first).map(({ value, count, statuses }) => {
          const name = value === "" && none ? none : filterWord(t, by, value);
          const within: ProgramFilter = { ...filter, [by]: [value] };
          return (
            <li key={value} className={styles.row}>
              <ListAnchor list={programsOf(within)} className={styles.name} title={name}>
                {name}
              </ListAnchor>
              <span className={styles.bar}>
                {parts
                  .filter((part) => statuses[part.of] > 0)
                  .map((part) => {
                    const words = t("overview.segment", {
                      value: name,
                      status: word(part.status),
                      count: statuses[part.of],
                    });
                    return (
                      <ListAnchor
                        key={part.of}
                        list={programsWith(within, part.status)}
                        label={words}
                        title={words}
                        grow={statuses[part.of]}
                        className={clsx(styles.part, styles[statusTone(part.status || null)])}
                      />
                    );
                  })}
              </span>
              <span className={styles.count}>{count.toLocaleString(i18n.language)}</span>
            </li>
          );
        })}
      </ul>
      {!all && mix.length > first && (
        <Button onClick={() => setAll(true)}>{t("overview.showAll", { count: mix.length })}</Button>
      )}
    </>
  );
}

/** What the colours of the bars mean. */
export function StatusLegend() {
  const { t } = useTranslation();
  return (
    <p className={styles.legend}>
      {parts.map(({ status }) => (
        <span key={status}>
          <i className={styles[statusTone(status || null)]} aria-hidden />
          {t(`status.${status || "none"}`)}
        </span>
      ))}
    </p>
  );
}
