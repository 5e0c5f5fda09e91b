import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ListLink } from "./lists";

interface ListAnchorProps {
  /** The list to open; without one there is nothing to open. */
  list: ListLink | undefined;
  label?: string;
  title?: string;
  className?: string | undefined;
  grow?: number;
  children?: ReactNode;
}

/** Leads from a count to the list that it counts. */
export function ListAnchor({ list, label, title, className, grow, children }: ListAnchorProps) {
  const style = grow === undefined ? {} : { flexGrow: grow };
  if (list === undefined) {
    return (
      <span className={className} style={style}>
        {children}
      </span>
    );
  }
  return (
    <Link {...list} aria-label={label} title={title} className={className} style={style}>
      {children}
    </Link>
  );
}
