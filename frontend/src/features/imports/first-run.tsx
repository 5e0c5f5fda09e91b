import { FileArrowDownIcon } from "@phosphor-icons/react/dist/csr/FileArrowDown";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";
import { Page } from "../../ui/page";
import styles from "./first-run.module.css";
import { LoadSample } from "./load-sample";

interface FirstRunProps {
  onPick: () => void;
  onStartEmpty: () => void;
}

const facts = ["private", "review", "undo"] as const;

/** What the program list shows while there are no programs: how to bring some in. */
export function FirstRun({ onPick, onStartEmpty }: FirstRunProps) {
  const { t } = useTranslation();
  return (
    <Page title={t("page.programs")}>
      <div className={styles.first}>
        <div className={styles.content}>
          <h2 className={styles.title}>{t("firstRun.title")}</h2>
          <p className={styles.lead}>{t("firstRun.lead")}</p>
          <div className={styles.drop}>
            <FileArrowDownIcon size={28} className={styles.icon} aria-hidden />
            <p className={styles.dropText}>{t("firstRun.drop")}</p>
            <p className={styles.kinds}>{t("firstRun.kinds")}</p>
            <Button kind="primary" onClick={onPick}>
              {t("firstRun.pick")}
            </Button>
          </div>
          <div className={styles.empty}>
            <p>{t("firstRun.or")}</p>
            <LoadSample />
            <Button kind="quiet" className={styles.start} onClick={onStartEmpty}>
              {t("firstRun.empty")}
            </Button>
          </div>
          <dl className={styles.facts}>
            {facts.map((fact) => (
              <div key={fact}>
                <dt>{t(`firstRun.${fact}`)}</dt>
                <dd>{t(`firstRun.${fact}Text`)}</dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
    </Page>
  );
}
