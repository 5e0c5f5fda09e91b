import { OnFileDrop, OnFileDropOff } from "../../wailsjs/runtime/runtime";

/** Calls the handler with the paths of files that are dropped anywhere on the window, until the returned function is called. */
export function onFileDrop(handler: (paths: string[]) => void): () => void {
  OnFileDrop((_x, _y, paths) => handler(paths), false);
  return OnFileDropOff;
}
