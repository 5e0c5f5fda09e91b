import type { TFunction } from "i18next";
import { toAppError } from "../bridge/app-error";
import { files } from "../bridge/backend";
import { toast, toastFailure } from "../ui/toasts";

/** Asks where to keep a file that the window drew, and has it written there. Gives the path, "" where the person cancels. */
export async function saveDrawn(name: string, bytes: Uint8Array): Promise<string> {
  return files.SaveFile(name, await base64(bytes));
}

/** Says where a file is, and offers to open its folder; nothing where the person cancelled. */
export function toastSaved(t: TFunction, path: string): void {
  if (path === "") return;
  const run = () => {
    files.ShowSaved().catch((error: unknown) => toastFailure(toAppError(error).message));
  };
  toast({ title: t("fileExport.done"), text: path, action: { label: t("fileExport.show"), run } });
}

/** The bytes as the bridge to Go carries them. */
function base64(bytes: Uint8Array): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onerror = () => failed(reader.error ?? new Error("the file could not be read"));
    reader.onload = () => done(typeof reader.result === "string" ? reader.result.replace(/^[^,]*,/, "") : "");
    reader.readAsDataURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  });
}
