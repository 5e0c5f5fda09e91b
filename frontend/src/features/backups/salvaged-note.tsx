import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { Button } from "../../ui/button";
import { contents } from "./backup-words";
import styles from "./recovery-page.module.css";

interface SalvagedNoteProps {
  salvage: portfolio.Salvage;
  onOpen: () => void;
}

/** Says what could be saved of a damaged portfolio, before it is opened. */
export function SalvagedNote({ salvage, onOpen }: SalvagedNoteProps) {
  const { t } = useTranslation();
  const { doubtful } = salvage;
  const whole = salvage.lost === 0 && !salvage.cut;
  return (
    <main className={styles.page}>
      <div className={styles.body}>
        <h1>{t("recovery.salvaged")}</h1>
        <p className={styles.problem}>{contents(t, salvage.counts)}</p>
        <ul className={styles.told}>
          <li>
            {whole
              ? t("recovery.whole")
              : salvage.cut
                ? t("recovery.cut", { count: salvage.lost })
                : t("recovery.lost", { count: salvage.lost })}
          </li>
          <li>{t(salvage.history ? "recovery.history" : "recovery.noHistory")}</li>
          <li>{t("recovery.aside", { path: salvage.aside })}</li>
        </ul>
        {doubtful.length > 0 && (
          <section aria-labelledby="recovery-doubtful">
            <h2 id="recovery-doubtful">{t("recovery.doubtful")}</h2>
            <ul className={styles.told}>
              {doubtful.map((problem, index) => (
                <li key={index}>
                  {problem.where}: {problem.what}
                </li>
              ))}
            </ul>
          </section>
        )}
        <div className={styles.ways}>
          <Button kind="primary" onClick={onOpen}>
            {t("recovery.goOn")}
          </Button>
        </div>
      </div>
    </main>
  );
}
