import { later } from "../lib/later";

/** Asks for the day to look back on. */
export const LookBackDialog = later(async () => (await import("./look-back-dialog")).LookBackDialog);
