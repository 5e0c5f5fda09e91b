import { portfolio } from "../bridge/model";

const fields: readonly portfolio.Field[] = Object.values(portfolio.Field);

/** The field of that name; the other one where there is none. */
export function fieldOf(name: string, otherwise: portfolio.Field): portfolio.Field {
  return fields.find((field: string) => field === name) ?? otherwise;
}
