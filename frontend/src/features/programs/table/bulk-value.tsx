import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../ui/choice";
import { Field, TextInput } from "../../../ui/field";
import { Segments } from "../../../ui/segments";
import { SuggestField } from "../../../ui/suggest-field";
import { DayField } from "../../../vocabulary/day-field";
import { StatusChip } from "../../../vocabulary/status-chip";
import { statuses } from "../../../vocabulary/values";
import { toQuery } from "../address";
import { facetsQuery } from "../queries";
import styles from "./bulk-dialog.module.css";
import type { BulkChange, BulkField } from "./program-edits";
import { wordsOf } from "./read-cell";

interface BulkValueProps {
  field: BulkField;
  /** Receives the change, or undefined while what is typed makes none. */
  onChange: (change: BulkChange | undefined) => void;
}

/** The field for the new value of many programs: a word, a text with suggestions, or a day or shift of the launch. */
export function BulkValue({ field, onChange }: BulkValueProps) {
  if (field === "launch_date") return <LaunchValue onChange={onChange} />;
  if (field === "status" || field === "pipeline_stage")
    return <WordValue field={field} onChange={onChange} />;
  return <TextValue field={field} onChange={onChange} />;
}

function WordValue({ field, onChange }: BulkValueProps) {
  const { t } = useTranslation();
  const [value, setValue] = useState<string>();
  const none = { value: "", label: t("notReported") };
  return (
    <Field label={t("table.bulkTo")}>
      {({ id }) => (
        <Choice
          id={id}
          label={t("table.bulkTo")}
          value={value ?? " "}
          options={[...wordsOf(field, t), none].map((option) => ({
            ...option,
            view: field === "status" && (
              <StatusChip status={statuses.find((status) => status === option.value) ?? null} />
            ),
          }))}
          onChange={(next) => {
            setValue(next);
            onChange({ field, value: next === "" ? null : next });
          }}
        />
      )}
    </Field>
  );
}

function TextValue({ field, onChange }: BulkValueProps) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const facets = useQuery(facetsQuery(toQuery({}))).data;
  const used = (facets?.find((facet) => (facet.field as string) === field)?.groups ?? [])
    .map(({ value }) => value)
    .filter((value) => value !== "" && value.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()));
  const change = (next: string) => {
    setText(next);
    onChange({ field, value: next.trim() });
  };
  return (
    <Field label={t("table.bulkTo")}>
      {({ id }) => (
        <SuggestField
          id={id}
          value={text}
          initial=""
          placeholder={t("notReported")}
          options={used}
          onChange={change}
        />
      )}
    </Field>
  );
}

/** How many days the units of a shift have. */
const unitDays = { days: 1, weeks: 7 } as const;
type Unit = keyof typeof unitDays;
const units = Object.keys(unitDays) as Unit[];

function LaunchValue({ onChange }: Pick<BulkValueProps, "onChange">) {
  const { t } = useTranslation();
  const [way, setWay] = useState<"shift" | "setDay">("shift");
  const [by, setBy] = useState("");
  const [unit, setUnit] = useState<Unit>("weeks");
  const shift = (text: string, inUnit: Unit) => {
    const count = /^[+-]?\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
    onChange(count === 0 ? undefined : { field: "launch_date", shift: count * unitDays[inUnit] });
  };
  return (
    <>
      <Segments
        label={t("table.shift")}
        value={way}
        options={(["shift", "setDay"] as const).map((value) => ({ value, label: t(`table.${value}`) }))}
        onChange={(next) => {
          setWay(next);
          onChange(undefined);
        }}
      />
      {way === "setDay" ? (
        <DayField
          label={t("table.bulkTo")}
          initial={null}
          onChange={(day) => onChange(day === undefined ? undefined : { field: "launch_date", value: day })}
        />
      ) : (
        <div className={styles.shift}>
          <Field label={t("table.shiftBy")} hint={t("table.shiftHint")}>
            {(ids) => (
              <TextInput
                {...ids}
                inputMode="numeric"
                value={by}
                onChange={(event) => {
                  setBy(event.target.value);
                  shift(event.target.value, unit);
                }}
              />
            )}
          </Field>
          <Segments
            label={t("table.shiftBy")}
            value={unit}
            options={units.map((value) => ({ value, label: t(`table.${value}`) }))}
            onChange={(next) => {
              setUnit(next);
              shift(by, next);
            }}
          />
        </div>
      )}
    </>
  );
}
