import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CaretRightIcon } from "@phosphor-icons/react/dist/csr/CaretRight";
import { useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { portfolio } from "../../bridge/model";
import { Button } from "../../ui/button";
import { Failure, Notice } from "../../ui/notice";
import { PageFoot } from "../../ui/page";
import { programNamesQuery } from "../../vocabulary/program-names";
import styles from "./activity-page.module.css";
import { changesQuery } from "./queries";
import { LoggedChanges } from "./logged-changes";

/** Up to this many changes, the rows of every program are open from the beginning. */
const openUpTo = 200;

/** How many programs are drawn at first, and with each press more. */
const step = 100;

/** In what the portfolio differs between two days, program by program. */
export function ChangesByProgram({ since, until }: { since: string; until: string }) {
  const { t } = useTranslation();
  const list = useQuery(changesQuery(since, until));
  const names = useQuery(programNamesQuery).data;
  const [shown, setShown] = useState(step);
  const changes = list.data;
  const groups = useMemo(() => byProgram(changes ?? [], names ?? []), [changes, names]);
  if (list.error) {
    return <Failure error={list.error} retryLabel={t("retry")} onRetry={() => void list.refetch()} />;
  }
  if (!changes || !names) return null;
  const programs = groups.filter(({ id }) => id !== "").length;
  return (
    <>
      {changes.length === 0 ? (
        <Notice title={t("activity.noChanges")} text={t("activity.noChangesText")} />
      ) : (
        <ol aria-label={t("activity.between")} className={styles.fill}>
          {groups.slice(0, shown).map((group) => (
            <ProgramChanges
              key={`${since} ${until} ${group.id}`}
              group={group}
              opened={changes.length <= openUpTo}
            />
          ))}
        </ol>
      )}
      {groups.length > shown && (
        <div className={styles.more}>
          <Button onClick={() => setShown(shown + step)}>{t("activity.morePrograms")}</Button>
        </div>
      )}
      <div className={styles.foot}>
        <PageFoot label={t("program.totals")}>
          <p>{t("activity.changes", { count: changes.length })}</p>
          <p>{t("program.count", { count: programs })}</p>
        </PageFoot>
      </div>
    </>
  );
}

/** The changes of one program and of what belongs to it; id "" is those of no program, such as of an objective. */
interface ProgramGroup {
  id: string;
  /** The name of the program; undefined where it is there no more and nothing says it. */
  name: string | undefined;
  there: boolean;
  changes: portfolio.Change[];
}

/** Joins changes by program, in their order. */
function byProgram(changes: portfolio.Change[], names: portfolio.Named[]): ProgramGroup[] {
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const groups = new Map<string, ProgramGroup>();
  for (const change of changes) {
    const id = change.program_id;
    const group = groups.get(id) ?? { id, name: nameOf.get(id), there: nameOf.has(id), changes: [] };
    if (change.entity === portfolio.Entity.Program) group.name ??= change.label;
    group.changes.push(change);
    groups.set(id, group);
  }
  return [...groups.values()];
}

function ProgramChanges({ group, opened }: { group: ProgramGroup; opened: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(opened);
  const rowsId = useId();
  const name = group.name ?? t(group.id === "" ? "page.objectives" : "activity.goneProgram");
  return (
    <li className={styles.entry}>
      <div className={styles.group}>
        <button
          type="button"
          className={styles.head}
          aria-expanded={open}
          aria-controls={rowsId}
          onClick={() => setOpen(!open)}
        >
          <CaretRightIcon size={12} className={styles.caret} aria-hidden />
          <span className={styles.why}>{name}</span>
          <span className={styles.facts}>{t("activity.changes", { count: group.changes.length })}</span>
        </button>
        {group.there && (
          <span className={styles.links}>
            <Link to="/program/$id" params={{ id: group.id }} aria-label={t("show", { name })}>
              {t("activity.openProgram")}
            </Link>
            <Link
              to="/activity"
              search={{ program: group.id }}
              aria-label={t("activity.historyOf", { name })}
            >
              {t("trash.history")}
            </Link>
          </span>
        )}
      </div>
      <div id={rowsId} hidden={!open}>
        {open && <LoggedChanges changes={group.changes} />}
      </div>
    </li>
  );
}
