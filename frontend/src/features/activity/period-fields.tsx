import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDay, readDay } from "../../lib/dates";
import { TextInput } from "../../ui/field";
import styles from "./period-fields.module.css";

interface PeriodFieldsProps {
  since: string | undefined;
  until: string | undefined;
  onChange: (change: { since: string } | { until: string }) => void;
}

/** The two days of a period; an empty one leaves it open on that side. */
export function PeriodFields({ since, until, onChange }: PeriodFieldsProps) {
  const { t } = useTranslation();
  return (
    <span className={styles.period}>
      <DayInput
        key={`since ${since}`}
        label={t("activity.since")}
        day={since}
        onChange={(day) => onChange({ since: day })}
      />
      <DayInput
        key={`until ${until}`}
        label={t("activity.until")}
        day={until}
        onChange={(day) => onChange({ until: day })}
      />
    </span>
  );
}

interface DayInputProps {
  label: string;
  day: string | undefined;
  onChange: (day: string) => void;
}

/** A day in a bar, taken over with Enter or on leaving the field. */
function DayInput({ label, day, onChange }: DayInputProps) {
  const { t, i18n } = useTranslation();
  const [text, setText] = useState(day === undefined ? "" : formatDay(day, i18n.language));
  const typed = readDay(text);
  const take = () => {
    if (typed !== undefined && typed !== (day ?? null)) onChange(typed ?? "");
  };
  return (
    <TextInput
      aria-label={label}
      aria-invalid={typed === undefined}
      title={typed === undefined ? t("day.invalid") : label}
      placeholder={label}
      className={styles.day}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === "Enter") take();
      }}
    />
  );
}
