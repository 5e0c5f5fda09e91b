import { useRouter } from "@tanstack/react-router";
import { useCallback } from "react";

/**
 * Tells whether a page is still the one that the window is on or on its way to. A page that is being left stays on the
 * screen until the next one is there; what it still has to say, such as typing that paused late, must not lead back to it.
 */
export function useStillOn(path: string): () => boolean {
  const router = useRouter();
  return useCallback(() => router.latestLocation.pathname === path, [router, path]);
}
