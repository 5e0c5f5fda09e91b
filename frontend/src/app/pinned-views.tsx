import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { FunnelSimpleIcon } from "@phosphor-icons/react/dist/csr/FunnelSimple";
import { clsx } from "clsx";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { programs } from "../bridge/backend";
import { readUntil } from "../bridge/give-up";
import type { portfolio } from "../bridge/model";
import { dataKey } from "../lib/query-keys";
import { addressOf, savedViewsQuery, viewSearch } from "../vocabulary/saved-views";
import styles from "./navigation.module.css";

/** The saved views that are pinned, with the number of programs that each shows. */
export function PinnedViews() {
  const { t } = useTranslation();
  const id = useId();
  const pinned = useQuery(savedViewsQuery).data?.filter((view) => view.pinned) ?? [];
  if (pinned.length === 0) return null;
  return (
    <section aria-labelledby={id} className={styles.views}>
      <p id={id} className={styles.heading}>
        {t("views.pinned")}
      </p>
      <ul className={styles.pages}>
        {pinned.map((view) => (
          <li key={view.id}>
            <PinnedView view={view} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PinnedView({ view }: { view: portfolio.SavedView }) {
  const location = useLocation();
  const active =
    location.pathname === "/programs" && addressOf(location.search) === addressOf(viewSearch(view));
  const total = useQuery({
    queryKey: [dataKey, "programs", "total", view.query],
    queryFn: async ({ signal }) => {
      const query = { ...view.query, limit: 1 };
      return (await readUntil(signal, (ticket) => programs.Page(query, ticket))).total;
    },
  }).data;
  return (
    <Link
      to="/programs"
      search={viewSearch(view)}
      className={clsx(styles.link, active && styles.active)}
      activeProps={{}}
      activeOptions={{ exact: true }}
      aria-current={active ? "page" : undefined}
      aria-label={view.name}
      title={view.name}
    >
      <FunnelSimpleIcon size={16} weight={active ? "bold" : "regular"} aria-hidden />
      <span className={styles.label}>{view.name}</span>
      <span className={styles.keys} aria-hidden>
        {total}
      </span>
    </Link>
  );
}
