import { useSyncExternalStore } from "react";
import { readStored, writeStored } from "../../../lib/stored";
import { readLayout, usualLayout, type GridLayout } from "../../../ui/grid-layout";

const storedKey = "programs.columns";

/** How the person arranged the columns of the table; kept between starts, and shared by the table and its menu. */
let layout: GridLayout | undefined;
const listeners = new Set<() => void>();

function current(): GridLayout {
  layout ??= readLayout(readStored(storedKey));
  return layout;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function setTableLayout(next: GridLayout): void {
  layout = next;
  writeStored(storedKey, next === usualLayout ? undefined : JSON.stringify(next));
  listeners.forEach((listener) => listener());
}

export function useTableLayout(): GridLayout {
  return useSyncExternalStore(subscribe, current);
}
