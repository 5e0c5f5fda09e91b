import type { portfolio } from "../bridge/model";

/** The filter of the change log that leaves everything. */
export const everyChange: portfolio.ActivityFilter = {
  actors: [],
  entities: [],
  program: "",
  text: "",
  since: null,
  until: null,
};
