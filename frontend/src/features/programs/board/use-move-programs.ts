import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { toAppError } from "../../../bridge/app-error";
import { programs } from "../../../bridge/backend";
import { portfolio } from "../../../bridge/model";
import { toastFailure } from "../../../ui/toasts";
import { useEditRecords, type RecordEdit } from "../../../vocabulary/use-edit-records";
import { toQuery, type BoardField } from "../address";
import { programListQuery } from "../queries";
import { fieldValue, sameValue, valueOf } from "./board-columns";
import { useColumnWords } from "./column-words";

/** Programs that a drop brought to the stage Completed, and of which more may have to be said. */
export type Completion = portfolio.Program[];

/**
 * Writes the field that a drop changes, of one program or of several as one step, and nothing else. What else may have to
 * follow, where programs come to the stage Completed, is handed to `onCompleted` to ask.
 */
export function useMovePrograms(by: BoardField, onCompleted: (moved: Completion) => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const edit = useEditRecords();
  const words = useColumnWords(by);

  const move = (moved: portfolio.Program[], value: string) => {
    const [first] = moved;
    if (!first) return;
    edit({
      edits: moved.map((program) => editOf(program, { [by]: fieldValue(by, value) })),
      done: t("board.moved", { count: moved.length, name: first.name, column: words(value) }),
    });
    if (by === "pipeline_stage" && value === "Completed") {
      const open = moved.filter(({ status, progress }) => status !== "Completed" || progress !== 100);
      if (open.length > 0) onCompleted(open);
    }
  };

  /** Moves the programs of these ids that are not in the column yet; those that no list has loaded are read first. */
  return async (ids: string[], value: string) => {
    const loaded = new Map(
      client
        .getQueriesData<{ pages: portfolio.ProgramPage[] }>({
          queryKey: programListQuery(toQuery({})).queryKey.slice(0, 3),
        })
        .flatMap(([, data]) => data?.pages.flatMap((page) => page.rows) ?? [])
        .map((program) => [program.id, program]),
    );
    try {
      const others = await readPrograms(ids.filter((id) => !loaded.has(id)));
      const all = [...ids.flatMap((id) => loaded.get(id) ?? []), ...others];
      move(
        all.filter((program) => !sameValue(valueOf(program, by), value)),
        value,
      );
    } catch (error) {
      toastFailure(toAppError(error).message);
    }
  };
}

/** An edit of some fields of a program. */
export function editOf(program: portfolio.Program, after: Partial<portfolio.Program>): RecordEdit {
  const fields = Object.keys(after) as (keyof portfolio.Program)[];
  return {
    entity: portfolio.Entity.Program,
    id: program.id,
    label: program.name,
    programId: program.id,
    before: Object.fromEntries(fields.map((field) => [field, program[field]])),
    after,
  };
}

/** The most rows that a page may have. */
const mostRows = 500;

async function readPrograms(ids: string[]): Promise<portfolio.Program[]> {
  const found: portfolio.Program[] = [];
  for (let from = 0; from < ids.length; from += mostRows) {
    const values = ids.slice(from, from + mostRows);
    const where = [{ field: portfolio.Field.Id, op: portfolio.Op.Is, values }];
    found.push(...(await programs.Page({ ...toQuery({}), where, limit: mostRows }, "")).rows);
  }
  return found;
}
