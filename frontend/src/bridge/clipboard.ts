import { ClipboardSetText } from "../../wailsjs/runtime/runtime";

/** Puts a text on the clipboard of the system; rejects where it does not take it. */
export async function copyText(text: string): Promise<void> {
  if (!(await ClipboardSetText(text))) throw new Error("the clipboard is not available");
}
