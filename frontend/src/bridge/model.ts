import type { portfolio } from "../../wailsjs/go/models";

/** The vocabulary of the Go side, as generated. */
export { app, desk, exchange, portfolio } from "../../wailsjs/go/models";
export type { agent, model, report } from "../../wailsjs/go/models";

/** The words that may also be null, "not reported", and therefore arrive as plain texts. */
export type Status = NonNullable<portfolio.Program["status"]>;
export type Stage = NonNullable<portfolio.Program["pipeline_stage"]>;
export type Level = NonNullable<portfolio.Risk["severity"]>;
