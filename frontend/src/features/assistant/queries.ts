import { queryOptions } from "@tanstack/react-query";
import { chat } from "../../bridge/backend";

export const conversationsKey = ["conversations"] as const;

/** The conversations, the last one talked in first. */
export const conversationsQuery = queryOptions({
  queryKey: conversationsKey,
  queryFn: () => chat.List(),
});
