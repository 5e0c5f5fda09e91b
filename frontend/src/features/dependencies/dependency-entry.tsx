import { PencilSimpleIcon } from "@phosphor-icons/react/dist/csr/PencilSimple";
import { WarningIcon } from "@phosphor-icons/react/dist/csr/Warning";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { IconButton } from "../../ui/button";
import { useDayWords } from "../../vocabulary/day";
import { useReadOnly } from "../../vocabulary/desk-day";
import { violation } from "../../vocabulary/launch-order";
import { RecordAnchor } from "../../vocabulary/record-anchor";
import styles from "./program-dependencies.module.css";

interface DependencyEntryProps {
  side: "waitsFor" | "holdsUp";
  dependency: portfolio.Dependency;
  program: portfolio.Program;
  /** The program on the other side; undefined while it is read. */
  other: portfolio.ProgramRow | undefined;
  onEdit: () => void;
}

/** One dependency: the other program, when it launches, and whether that order holds. */
export function DependencyEntry({ side, dependency, program, other, onEdit }: DependencyEntryProps) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  if (!other) return null;
  const late = side === "waitsFor" ? violation(other, program) : violation(program, other);
  return (
    <li className={styles.entry}>
      <div className={styles.what}>
        <RecordAnchor record={{ type: "program", id: other.id }} className={styles.name}>
          {other.name}
        </RecordAnchor>
        <Launch side={side} day={other.launch_date} late={late} />
        {dependency.note && <p className={styles.note}>{dependency.note}</p>}
      </div>
      {!readOnly && (
        <IconButton label={t("edit", { name: other.name })} className={styles.edit} onClick={onEdit}>
          <PencilSimpleIcon size={14} />
        </IconButton>
      )}
    </li>
  );
}

/** When the other program launches; in red where that breaks the order. */
function Launch({
  side,
  day,
  late,
}: {
  side: DependencyEntryProps["side"];
  day: string | null;
  late: number;
}) {
  const { t } = useTranslation();
  const words = useDayWords();
  if (day === null) return <p className={styles.launch}>{t("dependency.noLaunch")}</p>;
  if (late === 0) return <p className={styles.launch}>{t("dependency.launches", { day: words.day(day) })}</p>;
  const days = t("day.span", { count: late });
  return (
    <p className={styles.late}>
      <WarningIcon size={14} weight="fill" aria-hidden />
      {t(side === "waitsFor" ? "dependency.late" : "dependency.waits", { day: words.day(day), days })}
    </p>
  );
}
