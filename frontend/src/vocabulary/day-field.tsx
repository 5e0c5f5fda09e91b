import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDay, readDay } from "../lib/dates";
import { Field, TextInput } from "../ui/field";

interface DayFieldProps {
  label: string;
  hint?: string | undefined;
  /** What the field begins with. */
  initial: string | null;
  /** Receives the day, null where the field is empty, or undefined while its text is no day. */
  onChange: (day: string | null | undefined) => void;
  /** Whether an empty field is wrong too. */
  required?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
  className?: string | undefined;
}

/** A field for a day, typed as people write it. */
export function DayField({ label, hint, initial, onChange, required = false, ...input }: DayFieldProps) {
  const { t, i18n } = useTranslation();
  const [text, setText] = useState(initial === null ? "" : formatDay(initial, i18n.language));
  const day = readDay(text);
  const wrong = day === undefined || (required && day === null);
  return (
    <Field label={label} hint={hint} error={wrong && text.trim() !== "" ? t("day.invalid") : undefined}>
      {(ids) => (
        <TextInput
          {...ids}
          {...input}
          placeholder={t("day.pattern")}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            onChange(readDay(event.target.value));
          }}
        />
      )}
    </Field>
  );
}
