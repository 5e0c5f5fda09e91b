import type { QueryClient } from "@tanstack/react-query";
import { dataKey } from "./query-keys";

/** What edits that show at once, and undo, have in common: they are carried out one after the other, as they were made. */
export const inOrder = { mutationKey: ["edit"], scope: { id: "edit" } };

/**
 * Reads the portfolio again after something was written. While edits are under way that the screen shows already, nothing
 * is read: what the store holds is older than what is shown, and would take them back for a moment. The last of them, which
 * counts itself in `own`, reads again.
 */
export async function readAgain(client: QueryClient, own: 0 | 1 = 0): Promise<void> {
  if (client.isMutating({ mutationKey: inOrder.mutationKey }) > own) return;
  await client.invalidateQueries({ queryKey: [dataKey] });
}
