import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./program-parts.module.css";

/** A part of the page of a program that the bar of sections leads to. */
export interface ProgramPart {
  id: string;
  title: string;
  content: ReactNode;
}

const place = (id: string) => `part-${id}`;

/** Leads to the parts of the page, which is often longer than the window. */
export function PartsBar({ parts }: { parts: ProgramPart[] }) {
  const { t } = useTranslation();
  const show = (id: string) => {
    const part = document.getElementById(place(id));
    part?.scrollIntoView({ block: "start" });
    part?.focus({ preventScroll: true });
  };
  return (
    <nav aria-label={t("program.parts")} className={styles.bar}>
      <ul className={styles.list}>
        {parts.map(({ id, title }) => (
          <li key={id}>
            <button type="button" className={styles.link} onClick={() => show(id)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function Parts({ parts }: { parts: ProgramPart[] }) {
  return parts.map(({ id, content }) => (
    <div key={id} id={place(id)} tabIndex={-1} className={styles.part}>
      {content}
    </div>
  ));
}
