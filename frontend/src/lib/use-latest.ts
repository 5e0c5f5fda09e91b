import { useCallback, useEffect, useRef } from "react";

/** A function that stays the same and calls what `callback` was when the component was last drawn. */
export function useLatest<A extends unknown[], R>(callback: (...args: A) => R): (...args: A) => R {
  const latest = useRef(callback);
  useEffect(() => {
    latest.current = callback;
  });
  return useCallback((...args) => latest.current(...args), []);
}
