import { useTranslation } from "react-i18next";
import { portfolio } from "../../bridge/model";
import { SectionNote } from "../../ui/section";
import { useChangeWords } from "../../vocabulary/change-words";
import { RecordAnchor } from "../../vocabulary/record-anchor";
import styles from "./recent-changes.module.css";

/** In what the programs differ from a week ago: how much of each kind, and what matters most. */
export function RecentChanges({ recent }: { recent: portfolio.RecentChanges }) {
  const { t } = useTranslation();
  const words = useChangeWords();
  if (recent.topics.length === 0) {
    return <SectionNote>{t("overview.noChanges", { day: words.day(recent.since) })}</SectionNote>;
  }
  return (
    <>
      <p className={styles.topics}>
        {recent.topics.map(({ topic, count }) => t(`topic.${topic}`, { count })).join(" · ")}
      </p>
      <ul aria-label={t("overview.changes")}>
        {recent.rows.map((row, index) => (
          <ChangedRow key={index} row={row} />
        ))}
      </ul>
    </>
  );
}

function ChangedRow({ row: { topic, program, change } }: { row: portfolio.TopicChange }) {
  const { t } = useTranslation();
  const words = useChangeWords();
  const { Topic } = portfolio;
  const before = words.value(change, change.before);
  const after = words.value(change, change.after);
  const texts: Partial<Record<portfolio.Topic, string>> = {
    [Topic.StatusChanges]: t("topicRow.status", { before, after }),
    [Topic.LaunchMoves]: t("topicRow.launch", { before, after }),
    [Topic.NewPrograms]: t("topicRow.newProgram"),
    [Topic.DeletedPrograms]: t("topicRow.goneProgram"),
    [Topic.CompletedMilestones]: t("topicRow.completed", { label: change.label }),
    [Topic.NewRisks]: t("topicRow.newRisk", { label: words.record(change) }),
    [Topic.ClosedRisks]: t("topicRow.closedRisk", { label: change.label }),
  };
  const name = program || change.label;
  const text = texts[topic];
  return (
    <li className={styles.row} title={`${name}: ${text}`}>
      {topic === Topic.DeletedPrograms ? (
        <span>{name}</span>
      ) : (
        <RecordAnchor record={{ type: "program", id: change.program_id }} className={styles.program}>
          {name}
        </RecordAnchor>
      )}
      {": "}
      {text}
    </li>
  );
}
