import { useTranslation } from "react-i18next";
import { formatDay } from "../../lib/dates";
import { Field, TextInput } from "../../ui/field";
import styles from "./check-step.module.css";
import type { DayOfFigures } from "./use-wizard";

interface DayOfFiguresFieldProps {
  day: DayOfFigures;
  disabled: boolean;
  onChange: (text: string) => void;
}

/** The day that the figures are true for, with what is wrong about it before anything is checked. */
export function DayOfFiguresField({ day, disabled, onChange }: DayOfFiguresFieldProps) {
  const { t, i18n } = useTranslation();
  const error =
    day.problem === "invalid"
      ? t("day.invalid")
      : day.problem === "tooEarly"
        ? t("import.tooEarly", { day: formatDay(day.newest ?? "", i18n.language) })
        : undefined;
  const hint = day.year === undefined ? t("import.asOfHint") : t("import.asOfYear", { year: day.year });
  return (
    <Field label={t("import.asOf")} hint={hint} error={error}>
      {(ids) => (
        <TextInput
          {...ids}
          className={styles.day}
          value={day.text}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
