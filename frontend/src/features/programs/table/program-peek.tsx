import { XIcon } from "@phosphor-icons/react/dist/csr/X";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../../bridge/model";
import { IconButton } from "../../../ui/button";
import { Assessed } from "../../../vocabulary/assessed";
import { Age, Day, LaunchDate } from "../../../vocabulary/day";
import { HealthReasons } from "../../../vocabulary/health-reasons";
import { Progress } from "../../../vocabulary/progress";
import { StatusChip, statusTone } from "../../../vocabulary/status-chip";
import { Words } from "../../../vocabulary/words";
import styles from "./program-peek.module.css";

interface ProgramPeekProps {
  program: portfolio.ProgramRow;
  onClose: () => void;
}

/** The essentials of a program beside the table. */
export function ProgramPeek({ program, onClose }: ProgramPeekProps) {
  const { t } = useTranslation();
  const { assessed, reasons } = program.health;
  const facts: [label: string, value: ReactNode][] = [
    [t("field.status"), <StatusChip key="status" status={program.status} />],
    [t("field.assessed"), <Assessed key="assessed" declared={program.status} assessed={assessed} />],
    [t("field.pipeline_stage"), t(`stage.${program.pipeline_stage ?? "none"}`)],
    [t("field.owner"), <Words key="owner" text={program.owner} />],
    [t("field.team"), <Words key="team" text={program.team} />],
    [t("field.product_line"), <Words key="line" text={program.product_line} />],
    [t("field.start_date"), <Day key="start" day={program.start_date} />],
    [t("field.launch_date"), <LaunchDate key="launch" program={program} />],
    [
      t("field.progress"),
      <Progress key="progress" percent={program.progress} tone={statusTone(program.status)} />,
    ],
    [t("page.risks"), t("risk.openCount", { count: program.open_risks })],
    [
      t("page.milestones"),
      t("table.milestonesDone", { done: program.milestones_done, total: program.milestones_total }),
    ],
    [t("field.next_milestone"), <Day key="next" day={program.next_milestone} />],
    [
      t("field.strategic_objectives"),
      <Words key="objectives" text={program.strategic_objectives.join(", ")} />,
    ],
    [t("field.last_update"), <Age key="update" day={program.last_update} />],
  ];
  return (
    <aside
      aria-label={t("table.peekOf")}
      className={styles.peek}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <header className={styles.head}>
        <h2 className={styles.title}>{program.name}</h2>
        <Link to="/program/$id" params={{ id: program.id }} className={styles.open}>
          {t("table.openPage")}
        </Link>
        <IconButton label={t("close")} onClick={onClose}>
          <XIcon size={14} />
        </IconButton>
      </header>
      <div className={styles.body}>
        <dl className={styles.facts}>
          {facts.map(([label, value]) => (
            <div key={label} className={styles.fact}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {reasons.length > 0 && (
          <section className={styles.part}>
            <h3>{t("health.why", { status: t(`status.${assessed ?? "none"}`) })}</h3>
            <HealthReasons programId={program.id} reasons={reasons} />
          </section>
        )}
        {program.description !== "" && <p className={styles.description}>{program.description}</p>}
      </div>
    </aside>
  );
}
