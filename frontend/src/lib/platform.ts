/** Whether shortcuts use Command (macOS) or Control. */
export const isMac = navigator.userAgent.includes("Mac");

/** Whether the command key of this system is held: Command on macOS, Control elsewhere. */
export function hasCommandKey(event: { ctrlKey: boolean; metaKey: boolean }): boolean {
  return isMac ? event.metaKey : event.ctrlKey;
}

/** Whether keys typed at this element are text, so that single-key shortcuts must keep quiet. */
export function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, [role=combobox]") !== null)
  );
}
