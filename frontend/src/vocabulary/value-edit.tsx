import { useTranslation } from "react-i18next";
import { portfolio } from "../bridge/model";
import { formatDay } from "../lib/dates";
import { Choice } from "../ui/choice";
import { InlineEdit } from "../ui/inline-edit";
import { ChangeValue } from "./change-value";
import type { FieldRef } from "./change-words";
import { canBeNone, kindOf, readValue, textOfValue, wordsOf, type FieldValue } from "./field-values";
import { useUsedValues } from "./used-values";

interface ValueEditProps {
  of: FieldRef;
  value: unknown;
  /** The accessible name of the field. */
  label: string;
  onChange: (value: FieldValue) => void;
}

/** Edits the value of a field in place, as the page of a record does: a word from a menu, all else as text. */
export function ValueEdit(props: ValueEditProps) {
  return kindOf(props.of.field) === "word" ? <WordEdit {...props} /> : <TextEdit {...props} />;
}

function WordEdit({ of, value, label, onChange }: ValueEditProps) {
  const { t } = useTranslation();
  const none = { value: "", label: t("notReported") };
  const options = canBeNone(of) ? [...wordsOf(of, t), none] : wordsOf(of, t);
  return (
    <Choice
      kind="quiet"
      label={label}
      value={typeof value === "string" ? value : ""}
      options={options.map((option) => ({
        ...option,
        ...(of.field === "status" &&
          of.entity === portfolio.Entity.Program && {
            view: <ChangeValue of={of} value={option.value === "" ? null : option.value} />,
          }),
      }))}
      onChange={(next) => onChange(next === "" ? null : next)}
    />
  );
}

function TextEdit({ of, value, label, onChange }: ValueEditProps) {
  const { t, i18n } = useTranslation();
  const used = useUsedValues(of);
  const kind = kindOf(of.field);
  const text = textOfValue(of, value, t);
  return (
    <InlineEdit
      label={label}
      value={kind === "day" && text !== "" ? formatDay(text, i18n.language) : text}
      view={<ChangeValue of={of} value={value} />}
      emptyText={t("notReported")}
      lines={kind === "prose" || kind === "message" ? "many" : "one"}
      {...(used && { suggestions: used })}
      onSave={(typed) => {
        const reading = readValue(of, typed, t);
        if (reading.problem === undefined) onChange(reading.value);
        return reading.problem;
      }}
    />
  );
}
