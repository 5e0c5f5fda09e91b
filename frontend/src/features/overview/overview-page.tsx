import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { portfolio } from "../../bridge/model";
import { Button } from "../../ui/button";
import { Choice } from "../../ui/choice";
import { Failure, Notice } from "../../ui/notice";
import { Page, PageBar, PageBody } from "../../ui/page";
import { Section, SectionNote } from "../../ui/section";
import { Day } from "../../vocabulary/day";
import { useShowsList, type LookedAtList } from "../../vocabulary/looked-at";
import {
  parseProgramFilter,
  programConditions,
  programsWhere,
  writeProgramFilter,
  type ProgramFilter,
} from "../../vocabulary/program-filter";
import { groupings, readOverviewSearch, type Grouping, type OverviewSearch } from "./address";
import { KeyFigures } from "./key-figures";
import { ListAnchor } from "./list-anchor";
import { openRisksOf, programsOf } from "./lists";
import styles from "./overview-page.module.css";
import { AttentionList, LaunchList } from "./program-lists";
import { overviewQuery } from "./queries";
import { RecentChanges } from "./recent-changes";
import { RiskMatrix } from "./risk-matrix";
import { StatusBars, StatusLegend } from "./status-bars";

interface OverviewPageProps {
  search: OverviewSearch;
  /** The chips that filter the programs. */
  filters: ReactNode;
}

/** The state of the portfolio, or of the programs of a filter, on one page. */
export function OverviewPage({ search, filters }: OverviewPageProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { by = "product_line", ...filter } = search;
  const state = useQuery(overviewQuery(filter, by));
  const narrowed = Object.keys(filter).length > 0;
  const empty = state.data?.figures.programs === 0;
  useShowsList(useShownPrograms(filter, state.data?.figures.programs ?? 0));
  const group = (next: Grouping) =>
    void navigate({ to: "/overview", search: readOverviewSearch({ ...search, by: next }) });
  return (
    <Page title={t("page.overview")} aside={state.data && <Day day={state.data.today} />}>
      {(narrowed || !empty) && <PageBar>{filters}</PageBar>}
      {state.error ? (
        <Failure error={state.error} retryLabel={t("retry")} onRetry={() => void state.refetch()} />
      ) : empty && narrowed ? (
        <Notice title={t("program.noneFound")} text={t("program.noneFoundText")}>
          <Button onClick={() => void navigate({ to: "/overview", search: {} })}>{t("filter.clear")}</Button>
        </Notice>
      ) : empty ? (
        <Notice title={t("overview.none")} text={t("overview.noneText")}>
          <Button kind="primary" onClick={() => void navigate({ to: "/programs" })}>
            {t("overview.toPrograms")}
          </Button>
        </Notice>
      ) : (
        state.data && (
          <PageBody>
            <KeyFigures figures={state.data.figures} filter={filter} />
            <Parts overview={state.data} filter={filter} by={by} onGroup={group} />
          </PageBody>
        )
      )}
    </Page>
  );
}

/** The part of the programs that the page sums up; undefined where it is all or none. */
function useShownPrograms(filter: ProgramFilter, count: number): LookedAtList | undefined {
  const text = writeProgramFilter(filter);
  return useMemo(
    () =>
      text !== undefined && count > 0
        ? { query: programsWhere(programConditions(parseProgramFilter(text))), count }
        : undefined,
    [text, count],
  );
}

interface PartsProps {
  overview: portfolio.Overview;
  filter: ProgramFilter;
  by: Grouping;
  onGroup: (by: Grouping) => void;
}

function Parts({ overview, filter, by, onGroup }: PartsProps) {
  const { t } = useTranslation();
  const { attention, launches, risks, objectives, unserved } = overview;
  const { Attention, LaunchPassed } = portfolio.Preset;
  const openRisks = risks.reduce((sum, cell) => sum + cell.count, 0);
  return (
    <div className={styles.parts}>
      <Section
        title={t("overview.attention")}
        action={
          attention.total > 0 && (
            <ListAnchor list={programsOf(filter, Attention)} className={styles.all}>
              {t("overview.all", { count: attention.total })}
            </ListAnchor>
          )
        }
      >
        <AttentionList attention={attention} />
      </Section>
      <Section
        title={t("overview.launches")}
        action={
          launches.passed > 0 && (
            <ListAnchor list={programsOf(filter, LaunchPassed)} className={styles.all}>
              {t("overview.passed", { count: launches.passed })}
            </ListAnchor>
          )
        }
      >
        <LaunchList launches={launches} />
      </Section>
      <Section
        title={t("overview.mix")}
        action={
          <Choice
            label={t("overview.mix")}
            value={by}
            options={groupings.map((value) => ({ value, label: t(`field.${value}`) }))}
            onChange={onGroup}
          />
        }
      >
        <StatusBars label={t("overview.mix")} mix={overview.mix} by={by} filter={filter} />
        <StatusLegend />
      </Section>
      <Section
        title={t("overview.openRisks")}
        action={
          openRisks > 0 && (
            <ListAnchor list={openRisksOf(filter)} className={styles.all}>
              {t("risk.openCount", { count: openRisks })}
            </ListAnchor>
          )
        }
      >
        <RiskMatrix cells={risks} filter={filter} />
      </Section>
      <Section
        title={t("overview.objectives")}
        action={
          <Link to="/objectives" className={styles.all}>
            {t("page.objectives")}
          </Link>
        }
      >
        {objectives.length === 0 && unserved.length === 0 && (
          <SectionNote>{t("overview.noObjectives")}</SectionNote>
        )}
        <StatusBars
          label={t("overview.objectives")}
          mix={objectives}
          by="strategic_objectives"
          filter={filter}
          none={t("overview.noObjective")}
        />
        {unserved.length > 0 && (
          <p className={styles.unserved}>
            {t("overview.unserved")} {unserved.join(", ")}
          </p>
        )}
      </Section>
      <Section
        title={t("overview.changes")}
        action={
          <Link to="/activity" className={styles.all}>
            {t("page.activity")}
          </Link>
        }
      >
        <RecentChanges recent={overview.last_changes} />
      </Section>
    </div>
  );
}
