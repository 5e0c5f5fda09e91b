import { XIcon } from "@phosphor-icons/react/dist/csr/X";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { Button, IconButton } from "../../ui/button";
import { useDayWords } from "../../vocabulary/day";
import type { DigestLine } from "./digest-lines";
import styles from "./update-composer.module.css";

interface DigestFactsProps {
  digest: portfolio.UpdateDigest;
  lines: DigestLine[];
  leftOut: string[];
  onLeaveOut: (keys: string[]) => void;
}

/** The facts since the last update, each of which becomes a line of the new one unless it is taken out. */
export function DigestFacts({ digest, lines, leftOut, onLeaveOut }: DigestFactsProps) {
  const { t } = useTranslation();
  const words = useDayWords();
  const kept = lines.filter(({ key }) => !leftOut.includes(key));
  return (
    <section className={styles.facts} aria-label={t("digest.title")}>
      <p className={styles.since}>
        {lines.length === 0
          ? t("digest.nothing")
          : digest.since === null
            ? t("digest.ever")
            : t("digest.since", { day: words.day(digest.since), age: words.age(digest.since) })}
      </p>
      <ul>
        {kept.map(({ key, text }) => (
          <li key={key} className={styles.fact}>
            <span>{text}</span>
            <IconButton
              label={t("digest.leaveOut", { text })}
              className={styles.remove}
              onClick={() => onLeaveOut([...leftOut, key])}
            >
              <XIcon size={12} />
            </IconButton>
          </li>
        ))}
      </ul>
      {kept.length < lines.length && (
        <Button kind="quiet" className={styles.again} onClick={() => onLeaveOut([])}>
          {t("digest.all", { count: lines.length - kept.length })}
        </Button>
      )}
    </section>
  );
}
