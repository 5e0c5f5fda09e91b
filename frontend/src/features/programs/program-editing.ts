import { useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useState } from "react";
import { toAppError } from "../../bridge/app-error";
import type { portfolio } from "../../bridge/model";
import { useReadOnly } from "../../vocabulary/desk-day";
import { useSaveRecord } from "../../vocabulary/use-save-record";
import { programQuery, programStore, type ProgramEdit } from "./queries";

export type EditedField = keyof ProgramEdit;

/** How far the last edit of a field is. */
export type FieldSave = { state: "saving" } | { state: "saved" } | { state: "failed"; reason: string };

export type FieldSaves = Partial<Record<EditedField, FieldSave>>;

export interface ProgramEditing {
  program: portfolio.Program;
  readOnly: boolean;
  /** Writes an edit made in place. It finds no fault itself: what Go refuses stands beside the field. */
  save: (edit: ProgramEdit) => string | undefined;
  saves: FieldSaves;
}

/**
 * Edits a program field by field. What was typed is shown at once; where Go refuses it, the old value comes back and the
 * field keeps the reason until it is edited again.
 */
export function useEditProgram(program: portfolio.Program): ProgramEditing {
  const client = useQueryClient();
  const readOnly = useReadOnly();
  const { mutateAsync } = useSaveRecord(programStore);
  const [saves, setSaves] = useState<FieldSaves>({});
  const mark = (edit: ProgramEdit, save: FieldSave | undefined) =>
    setSaves((before) => {
      // Only what was saved last says so.
      const kept = Object.entries(before).filter(([, { state }]) => state !== "saved");
      const marked = Object.keys(edit).map((field) => [field, save] as const);
      return Object.fromEntries([...kept, ...marked].filter(([, state]) => state));
    });
  const write = async (edit: ProgramEdit) => {
    const key = programQuery(program.id).queryKey;
    mark(edit, { state: "saving" });
    await client.cancelQueries({ queryKey: key });
    client.setQueryData(key, (detail) => detail && { ...detail, program: { ...detail.program, ...edit } });
    try {
      await mutateAsync({ base: program, edit });
      mark(edit, { state: "saved" });
    } catch (reason) {
      const { code, message } = toAppError(reason);
      const before = Object.fromEntries(
        (Object.keys(edit) as EditedField[]).map((field) => [field, program[field]]),
      );
      // Not over what was read again meanwhile.
      client.setQueryData(key, (detail) =>
        detail?.program.revision === program.revision
          ? { ...detail, program: { ...detail.program, ...before } }
          : detail,
      );
      mark(edit, code === "cancelled" ? undefined : { state: "failed", reason: message });
    }
  };
  return {
    program,
    readOnly,
    saves,
    save: (edit) => {
      void write(edit);
      return undefined;
    },
  };
}

const EditingContext = createContext<ProgramEditing | undefined>(undefined);

export const ProgramEditingProvider = EditingContext.Provider;

/** The program whose page this stands on, and how to edit it. */
export function useProgramEditing(): ProgramEditing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error("there is no program to edit here");
  return editing;
}
