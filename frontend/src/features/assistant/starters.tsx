import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { deskQuery } from "../../vocabulary/desk-query";
import type { OpenProgram } from "./use-scope";
import styles from "./starters.module.css";

const forPortfolio = ["attention", "changes", "contradicted", "launches"] as const;
const forProgram = ["program", "programRisks", "programMilestones"] as const;

interface StartersProps {
  /** The program that questions are about; undefined where they are about several. */
  program: OpenProgram | undefined;
  onAsk: (text: string) => void;
}

/** What the panel shows before the first question. */
export function Starters({ program, onAsk }: StartersProps) {
  const { t } = useTranslation();
  const isEmpty = useQuery(deskQuery).data?.counts.programs === 0;
  if (isEmpty) {
    return (
      <div className={styles.starters}>
        <p className={styles.lead}>{t("assistant.leadEmpty")}</p>
      </div>
    );
  }
  const questions = program
    ? forProgram.map((key) => t(`starter.${key}`, { name: program.name }))
    : forPortfolio.map((key) => t(`starter.${key}`));
  return (
    <div className={styles.starters}>
      <p className={styles.lead}>{t("assistant.lead")}</p>
      <ul lang="en" className={styles.list}>
        {questions.map((question) => (
          <li key={question}>
            <button type="button" className={styles.question} onClick={() => onAsk(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
