import { ListIcon } from "@phosphor-icons/react/dist/csr/List";
import { TargetIcon } from "@phosphor-icons/react/dist/csr/Target";
import { clsx } from "clsx";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { portfolio } from "../../bridge/model";
import { Announcement } from "../../ui/announcement";
import floating from "../../ui/floating.module.css";
import styles from "./mention-list.module.css";
import { optionId, type Mentions } from "./use-mentions";

/** The records that are offered above the composer; the keyboard stays in the text. */
export function MentionList({ id, options, active, choose }: Mentions) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <>
      {options.length > 0 && (
        <ul
          ref={list}
          id={id}
          role="listbox"
          aria-label={t("mention.list")}
          className={clsx(floating.popup, styles.list)}
        >
          {options.map((record) => {
            const Icon = record.entity === portfolio.Entity.Objective ? TargetIcon : ListIcon;
            return (
              <li
                key={optionId(id, record)}
                id={optionId(id, record)}
                role="option"
                aria-selected={record === active}
                data-highlighted={record === active || undefined}
                className={floating.item}
                // The text keeps the keyboard.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(record)}
              >
                <Icon size={14} className={styles.icon} aria-hidden />
                <span className={styles.name}>{record.name}</span>
                <span className={styles.kind}>{t(`entity.${record.entity}`)}</span>
              </li>
            );
          })}
        </ul>
      )}
      <Announcement text={options.length > 0 ? t("mention.count", { count: options.length }) : ""} />
    </>
  );
}
