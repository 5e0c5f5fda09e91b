import { queryOptions } from "@tanstack/react-query";
import { desk } from "../bridge/backend";

/** Whose name, logo and colour are on what is handed over. */
export const houseQuery = queryOptions({
  queryKey: ["house"],
  queryFn: () => desk.House(),
});
