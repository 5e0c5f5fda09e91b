import { createContext, useContext, useEffect, useState, type KeyboardEvent } from "react";
import { isPressed } from "../lib/shortcuts";

/** Whether the window has left the page that it opened with. */
export const LeftFirstPageContext = createContext(false);

/**
 * Gives the keyboard to the heading of the page where it would be nowhere, or on the way here in the navigation: Tab goes
 * on from there, and a screen reader says where one is. Whatever else shows and has it keeps it, but for `from`: where the
 * keyboard was when a person asked for the page.
 */
export function focusHeading(from?: Element | null): void {
  // A dialog that led here gives the keyboard back in the frame after it has closed.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.querySelector("[data-modal]")) return; // it was opened meanwhile, and takes the keyboard
      const { activeElement: active, body } = document;
      const shows = active !== body && active !== null && active.getClientRects().length > 0;
      const inNavigation = active?.closest("nav") != null && active.closest("main") === null;
      if (shows && !inNavigation && active !== from) return;
      document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
    }),
  );
}

/** Gives the keyboard to the heading of a page as it appears, but not of the one that the window opens with. */
export function useHeadingFocus(): void {
  const [wasGoneTo] = useState(useContext(LeftFirstPageContext));
  useEffect(() => {
    if (wasGoneTo) focusHeading();
  }, [wasGoneTo]);
}

/** Down leads from the heading to the current one of the rows or cards of the page: of what is marked data-list. */
export function fromHeadingToList(event: KeyboardEvent<HTMLHeadingElement>): void {
  const { currentTarget, target } = event;
  if (target !== currentTarget || !isPressed("down", event)) return;
  const current = currentTarget.closest("main")?.querySelector<HTMLElement>("[data-list] [tabindex='0']");
  if (!current) return;
  event.preventDefault();
  current.focus();
}
