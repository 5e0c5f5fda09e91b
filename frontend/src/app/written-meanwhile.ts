import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { desk } from "../bridge/backend";
import { readAgain } from "../lib/read-again";
import { drawnFrom } from "./drawn-from";

/**
 * Reads again, once the first page is drawn, where something was written after Go had read what the page began with: nobody
 * listened to events yet.
 */
export function useWrittenMeanwhile(drawn: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    const { opening } = drawnFrom();
    if (!drawn || !opening) return;
    const before = opening.state.change_set;
    desk.State().then(
      (now) => {
        if (now.change_set !== before) void readAgain(client);
      },
      () => undefined, // the next read says why
    );
  }, [client, drawn]);
}
