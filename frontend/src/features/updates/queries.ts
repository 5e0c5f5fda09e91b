import { queryOptions } from "@tanstack/react-query";
import { programs } from "../../bridge/backend";
import { portfolio } from "../../bridge/model";
import { formatDay } from "../../lib/dates";
import { dataKey } from "../../lib/query-keys";
import { present, type RecordStore } from "../../vocabulary/use-save-record";

/** Posted updates are corrected here; posting one is another thing, because it writes to the program too. */
export const updateStore: RecordStore<portfolio.StatusUpdate> = {
  entity: portfolio.Entity.StatusUpdate,
  nameOf: (update) => formatDay(update.date, document.documentElement.lang),
  read: async ({ id, program_id }) => {
    const { updates } = await programs.Get(program_id);
    return present(updates.find((update) => update.id === id));
  },
  save: (update) => programs.SaveUpdate(update),
  remove: (update) => programs.DeleteUpdate(update.id, update.revision),
};

/** What happened to a program since its last update. */
export function digestQuery(programId: string) {
  return queryOptions({
    queryKey: [dataKey, "updates", "digest", programId],
    queryFn: () => programs.Digest(programId),
  });
}
