import type { CSSProperties } from "react";
import type { report } from "../../bridge/model";
import type { Drawing, Sheet as Drawn } from "../../drawing/sheet";
import { SheetPicture } from "./sheet-picture";
import { SheetWords } from "./sheet-words";
import styles from "./sheet.module.css";

/** A sheet as it is printed, on white paper also in a dark window: what has no words is a picture, the words stand on it. */
export function Sheet({ sheet, size }: { sheet: Drawn; size: Drawing["size"] }) {
  return (
    <div className={styles.sheet} style={{ "--w": `${size.w}px`, "--h": `${size.h}px` } as CSSProperties}>
      <SheetPicture elements={sheet.elements} size={size} />
      <SheetWords elements={sheet.elements} />
    </div>
  );
}

/** What a report is about, in the words of the window. */
export function scopeName(
  { scope, scope_name }: Pick<report.Head, "scope" | "scope_name">,
  whole: string,
): string {
  return scope.view === "" && scope.program === "" ? whole : scope_name;
}
