import { clsx } from "clsx";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { portfolio } from "../../bridge/model";
import type { ProgramFilter } from "../../vocabulary/program-filter";
import styles from "./key-figures.module.css";
import { ListAnchor } from "./list-anchor";
import { openRisksOf, overdueOf, programsOf, programsWith, type ListLink } from "./lists";

interface KeyFiguresProps {
  figures: portfolio.Figures;
  filter: ProgramFilter;
}

/** The counts that say how the portfolio stands; each opens the list that it counts. */
export function KeyFigures({ figures, filter }: KeyFiguresProps) {
  const { t, i18n } = useTranslation();
  const { statuses } = figures;
  const reported = statuses.on_track + statuses.at_risk + statuses.off_track;
  const percent = Math.round((100 * statuses.on_track) / reported);
  const share = reported > 0 && (
    <span className={styles.share} title={t("overview.shareOf", { percent })}>
      {t("overview.share", { percent })}
    </span>
  );
  const { Preset } = portfolio;
  const one = (
    label: string,
    count: number,
    list: ListLink | undefined,
    tone?: string,
    beside?: ReactNode,
  ) => (
    <li className={styles.tile}>
      <ListAnchor list={list} label={t("overview.figure", { label, count })} className={styles.figure}>
        <span className={styles.label}>{label}</span>
        <strong className={clsx(styles.count, count > 0 && tone)}>
          {count.toLocaleString(i18n.language)}
        </strong>
      </ListAnchor>
      {beside}
    </li>
  );
  const launching = [
    { days: 30, count: figures.launching_30, preset: Preset.Launching30 },
    { days: 60, count: figures.launching_60, preset: Preset.Launching60 },
    { days: 90, count: figures.launching_90, preset: Preset.Launching90 },
  ] as const;
  return (
    <ul className={styles.figures} aria-label={t("overview.figures")}>
      {one(t("overview.programs"), figures.programs, programsOf(filter))}
      {one(t("status.On Track"), statuses.on_track, programsWith(filter, "On Track"), undefined, share)}
      {one(t("status.At Risk"), statuses.at_risk, programsWith(filter, "At Risk"), styles.warn)}
      {one(t("status.Off Track"), statuses.off_track, programsWith(filter, "Off Track"), styles.bad)}
      <li className={clsx(styles.tile, styles.wide)}>
        <span className={styles.label}>{t("overview.launching")}</span>
        <span className={styles.spans}>
          {launching.map(({ days, count, preset }) => (
            <ListAnchor
              key={days}
              list={programsOf(filter, preset)}
              label={t("overview.launchingIn", { count, days })}
              className={styles.span}
            >
              <strong className={styles.count}>{count.toLocaleString(i18n.language)}</strong>
              <span className={styles.share}>{t("overview.within", { days })}</span>
            </ListAnchor>
          ))}
        </span>
      </li>
      {one(t("overview.openHighRisks"), figures.open_high_risks, openRisksOf(filter, "High"), styles.bad)}
      {one(t("overview.overdue"), figures.overdue_milestones, overdueOf(filter), styles.bad)}
      {one(t("overview.stale"), figures.stale, programsOf(filter, Preset.Stale), styles.warn)}
    </ul>
  );
}
