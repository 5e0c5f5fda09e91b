import { QueryClient } from "@tanstack/react-query";

/** Go answers from a local file: asking again seldom helps, and what changed is said by an event. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: Infinity, refetchOnWindowFocus: false, networkMode: "always" },
    mutations: { networkMode: "always" },
  },
});
