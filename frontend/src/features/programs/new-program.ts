import { later } from "../../lib/later";

/** Asks for the name of a new program. */
export const NewProgramDialog = later(async () => (await import("./new-program-dialog")).NewProgramDialog);
