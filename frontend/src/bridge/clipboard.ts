import { ClipboardSetText } from "../../wailsjs/runtime/runtime";

/** Puts a text on the clipboard of the system; rejects where it does not take it. */
export async function copyText(text: string): Promise<void> {
  if (!(await ClipboardSetText(text))) throw new Error("the clipboard is not available");
}

/**
 * Puts a text on the clipboard both as it is and as HTML, so that each program that pastes it takes what it can; as it is
 * only where the window does not take HTML. It must be called while a key or a button is handled.
 */
export async function copyRich(text: string, html: string): Promise<void> {
  const copied = { taken: false };
  const take = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData("text/plain", text);
    event.clipboardData?.setData("text/html", html);
    copied.taken = event.clipboardData !== null;
  };
  // WebKit copies where nothing is selected only if somebody says beforehand that there is something to copy.
  const ready = (event: Event) => event.preventDefault();
  document.addEventListener("beforecopy", ready);
  document.addEventListener("copy", take);
  try {
    // The newer interface is missing in the window of Wails: its address is not one that WebKit calls secure.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    document.execCommand("copy");
  } finally {
    document.removeEventListener("beforecopy", ready);
    document.removeEventListener("copy", take);
  }
  if (!copied.taken) await copyText(text);
}
