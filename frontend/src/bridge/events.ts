import type { app } from "../../wailsjs/go/models";
import { EventsOn } from "../../wailsjs/runtime/runtime";

export type EventName = keyof app.EventCatalog;

/** Calls the handler for each event of that name until the returned function is called. */
export function on<N extends EventName>(
  name: N,
  handler: (payload: app.EventCatalog[N]) => void,
): () => void {
  return EventsOn(name, (payload: app.EventCatalog[N]) => handler(payload));
}
