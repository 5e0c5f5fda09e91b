import { OnFileDrop } from "../../wailsjs/runtime/runtime";
import { on } from "./events";

/**
 * Calls the handler with the paths of files that are dropped anywhere on the window, until the returned function is called.
 * They come from Go, which then reads them; of the page Wails only needs that it takes what is dropped, for good: to take
 * that back would end the listening of Go as well.
 */
export function onFileDrop(handler: (paths: string[]) => void): () => void {
  OnFileDrop(() => undefined, false);
  return on("files:dropped", ({ paths }) => handler(paths));
}
