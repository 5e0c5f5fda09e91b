import { useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../../bridge/model";
import { TextInput } from "../../../ui/field";
import type { CellExit } from "../../../ui/grid-cells";
import { SuggestField } from "../../../ui/suggest-field";
import { StatusChip } from "../../../vocabulary/status-chip";
import { statuses } from "../../../vocabulary/values";
import styles from "./cell-editor.module.css";
import { cellText, isDay, readCell, wordsOf, type CellField, type CellValue } from "./read-cell";

interface CellEditorProps {
  program: portfolio.ProgramRow;
  field: CellField;
  /** What was typed over the cell. */
  typed: string | undefined;
  /** The values of the field that people used already. */
  used: readonly string[];
  onSave: (program: portfolio.ProgramRow, field: CellField, value: CellValue) => void;
  leave: (exit: CellExit) => void;
}

const exits: Record<string, CellExit> = { Enter: "stay", Tab: "right" };

/** The field in a cell: Enter saves, Tab saves and goes on, Escape gives the old value back. */
export function CellEditor({ program, field, typed, used, onSave, leave }: CellEditorProps) {
  const { t } = useTranslation();
  // The edit is one of what was there when it began, so that what somebody else writes meanwhile is not written over.
  const [begun] = useState(program);
  const words = wordsOf(field, t).map(({ label }) => label);
  const now = cellText(field, begun[field], t);
  const [text, setText] = useState(typed ?? (words.length > 0 ? "" : now));
  const [problem, setProblem] = useState<string>();
  const highlighted = useRef<string>(undefined);
  const done = useRef(false);
  const label = t("table.edit", { field: t(`field.${field}`), name: program.name });

  const finish = (exit: CellExit, chosen = text) => {
    if (done.current) return;
    const untouched = words.length > 0 && chosen === "";
    const reading = untouched ? { value: begun[field] ?? null } : readCell(field, chosen, t);
    if (reading.problem !== undefined) {
      setProblem(reading.problem);
      return;
    }
    done.current = true;
    onSave(begun, field, reading.value);
    leave(exit);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const exit = event.key === "Tab" && event.shiftKey ? "left" : exits[event.key];
    if (exit === undefined && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (exit) finish(exit, highlighted.current ?? text);
    else {
      done.current = true;
      leave("stay");
    }
  };
  const control = {
    "aria-label": label,
    "aria-invalid": problem !== undefined,
    autoFocus: true,
    onKeyDown,
    onBlur: () => finish("away"),
    className: styles.input,
  };
  const changed = (next: string) => {
    setText(next);
    setProblem(undefined);
  };

  const suggestions = words.length > 0 ? [...words, t("notReported")] : used;
  return (
    <div className={styles.editor}>
      {suggestions.length > 0 ? (
        <SuggestField
          {...control}
          placeholder={now === "" ? t("notReported") : now}
          value={text}
          initial={now}
          options={suggestions}
          strict={words.length > 0}
          view={(option) => <Word field={field} word={option} />}
          onChange={changed}
          onHighlight={(option) => (highlighted.current = option)}
          onPick={(option) => finish("stay", option)}
        />
      ) : (
        <TextInput
          {...control}
          placeholder={isDay(field) ? t("day.pattern") : undefined}
          value={text}
          onFocus={(event) => typed === undefined && event.target.select()}
          onChange={(event) => changed(event.target.value)}
        />
      )}
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}

/** A word as the table shows it. */
function Word({ field, word }: { field: CellField; word: string }) {
  const { t } = useTranslation();
  if (field !== "status") return word;
  return <StatusChip status={statuses.find((status) => t(`status.${status}`) === word) ?? null} />;
}
