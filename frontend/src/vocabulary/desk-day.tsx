import { useQuery } from "@tanstack/react-query";
import { createContext, useContext, useMemo, type ReactNode } from "react";
import { today } from "../lib/dates";
import { deskQuery } from "./desk-query";

/** The day that ages and delays are counted from, and the past day that is looked at; null for the present. */
interface DeskDay {
  today: string | undefined;
  asOf: string | null;
}

const DeskDayContext = createContext<DeskDay>({ today: undefined, asOf: null });

/** Tells everything below it on which day the desk stands. */
export function DeskDayProvider({ children }: { children: ReactNode }) {
  const state = useQuery(deskQuery).data;
  const day = useMemo(
    () => ({ today: state?.today, asOf: state?.as_of ?? null }),
    [state?.today, state?.as_of],
  );
  return <DeskDayContext value={day}>{children}</DeskDayContext>;
}

/** The day that counts as today: the past day while looking back, else that of the clock. */
export function useToday(): string {
  return useContext(DeskDayContext).today ?? today();
}

/** The past day that the window shows; null for the present. */
export function useAsOf(): string | null {
  return useContext(DeskDayContext).asOf;
}

/** Whether nothing can be changed because the window shows a past day. */
export function useReadOnly(): boolean {
  return useAsOf() !== null;
}
