import type { ReactNode } from "react";
import type { report } from "../../bridge/model";
import { RecordAnchor } from "../../vocabulary/record-anchor";
import styles from "./cited-record.module.css";

/** What is about a record leads to it in the window. */
export function CitedRecord({ cited, children }: { cited: report.Ref | undefined; children: ReactNode }) {
  if (!cited) return children;
  const record = { type: cited.type, id: cited.id, programId: cited.program_id };
  return (
    <RecordAnchor record={record} className={styles.link}>
      {children}
    </RecordAnchor>
  );
}
