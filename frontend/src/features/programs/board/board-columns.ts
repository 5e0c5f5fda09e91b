import { portfolio } from "../../../bridge/model";
import { stages, statuses } from "../../../vocabulary/values";
import { filterOf, type BoardField, type FilterField, type ProgramSearch } from "../address";

/** One column of the board: the programs with one value of the field. The value "" is not reported. */
export interface BoardColumn {
  value: string;
  /** How many programs of the list it holds, loaded or not. */
  count: number;
}

/** The field of a query that each way to lay out the board groups by. */
export const fieldOfBoard: Record<BoardField, portfolio.Field> = {
  pipeline_stage: portfolio.Field.PipelineStage,
  status: portfolio.Field.Status,
  owner: portfolio.Field.Owner,
  product_line: portfolio.Field.ProductLine,
};

/** The columns of fields whose values the vocabulary knows, in its order; others take the values that occur. */
const fixedValues: Partial<Record<BoardField, readonly string[]>> = {
  pipeline_stage: stages,
  status: statuses,
};

/**
 * The columns, in an order that does not change while cards move: empty ones stay, the one for not reported is last. A
 * filter on the field itself leaves only the columns that it asks for.
 */
export function columnsOf(
  by: BoardField,
  search: ProgramSearch,
  occurring: portfolio.Group[],
  counted: portfolio.Group[],
): BoardColumn[] {
  const counts = new Map<string, number>();
  for (const { value, count } of counted) {
    counts.set(folded(value), (counts.get(folded(value)) ?? 0) + count);
  }
  const known =
    fixedValues[by] ??
    occurring
      .map(({ value }) => value)
      .filter(
        (value, index, all) => value !== "" && all.findIndex((other) => sameValue(other, value)) === index,
      )
      .sort((a, b) => a.localeCompare(b));
  const asked = isFilter(by) ? search[by] : undefined;
  return [...known, ""]
    .filter((value) => !asked || asked.some((one) => sameValue(one, value)))
    .map((value) => ({ value, count: counts.get(folded(value)) ?? 0 }));
}

function isFilter(field: string): field is FilterField {
  return field in filterOf;
}

/** The query for the programs of one column: the filter and the order of the board, and its own condition. */
export function columnQuery(query: portfolio.Query, by: BoardField, value: string): portfolio.Query {
  const own: portfolio.Condition = { field: fieldOfBoard[by], op: portfolio.Op.Is, values: [value] };
  return { ...query, where: [...query.where.filter(({ field }) => field !== own.field), own], limit: 50 };
}

/** In which column a program belongs. */
export function valueOf(program: portfolio.Program, by: BoardField): string {
  return program[by] ?? "";
}

/** What a program's field holds in a column: not reported is null for the words of the vocabulary, else "". */
export function fieldValue(by: BoardField, value: string): string | null {
  return value === "" && fixedValues[by] ? null : value;
}

/** Whether two values share a column: as Go compares them, without regard to the case of A to Z. */
export function sameValue(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

function folded(value: string): string {
  return value.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
