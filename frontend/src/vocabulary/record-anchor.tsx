import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { RecordRef } from "./record-link";

interface RecordAnchorProps {
  record: RecordRef;
  className?: string | undefined;
  children: ReactNode;
}

/** A link to a record: a program's page, its risk or milestone on that page, or an objective in its list. */
export function RecordAnchor({ record, className, children }: RecordAnchorProps) {
  if (record.type === "objective") {
    return (
      <Link to="/objectives" search={{ record: record.id }} className={className}>
        {children}
      </Link>
    );
  }
  const programId = record.type === "program" ? record.id : record.programId;
  return (
    <Link
      to="/program/$id"
      params={{ id: programId ?? "" }}
      search={record.type === "program" ? {} : { record: record.id }}
      className={className}
    >
      {children}
    </Link>
  );
}
