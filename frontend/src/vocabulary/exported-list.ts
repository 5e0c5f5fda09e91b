import type { portfolio } from "../bridge/model";

/** A list that can be written into a file. */
export interface ExportedList {
  of: "program" | "risk" | "milestone";
  /** What it asks Go for. */
  query: portfolio.Query;
  /** How many records there are. */
  total: number;
}
