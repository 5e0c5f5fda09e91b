import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import { desk } from "../bridge/backend";
import type { app } from "../bridge/model";
import { dataKey } from "../lib/query-keys";
import { deskQuery } from "./desk-query";

/** Shows the portfolio as of a past day, or that of today again where the day is null. Everything is fetched anew. */
export function useLookBack(): UseMutationResult<app.DeskState, Error, string | null> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (day) => (day === null ? desk.Today() : desk.LookBack(day)),
    onSuccess: (state) => {
      client.setQueryData(deskQuery.queryKey, state);
      return client.invalidateQueries({ queryKey: [dataKey] });
    },
  });
}
