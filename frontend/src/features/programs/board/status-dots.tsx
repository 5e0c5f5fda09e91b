import { useTranslation } from "react-i18next";
import type { portfolio } from "../../../bridge/model";
import { ToneIcon } from "../../../ui/chip";
import { statusTone } from "../../../vocabulary/status-chip";
import { statuses } from "../../../vocabulary/values";
import unseen from "../../../ui/unseen.module.css";
import ink from "../../../ui/tone-ink.module.css";
import styles from "./status-dots.module.css";

/** How many programs of a column have each declared status: an icon and a figure each. */
export function StatusDots({ groups }: { groups: portfolio.Group[] }) {
  const { t } = useTranslation();
  const shown = [...statuses, null].flatMap((status) => {
    const count = groups.find(({ value }) => value === (status ?? ""))?.count ?? 0;
    return count > 0 ? [{ status, count, tone: statusTone(status) }] : [];
  });
  return (
    <ul className={styles.dots}>
      {shown.map(({ status, count, tone }) => (
        <li key={tone} className={ink[tone]} title={t(`statusCount.${status ?? "none"}`, { count })}>
          <ToneIcon tone={tone} />
          <span aria-hidden>{count}</span>
          <span className={unseen.unseen}>{t(`statusCount.${status ?? "none"}`, { count })}</span>
        </li>
      ))}
    </ul>
  );
}
