import { clsx } from "clsx";
import { isValidElement, memo, useId, useMemo, type CSSProperties, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import type { Tone } from "../../ui/chip";
import { RecordAnchor } from "../../vocabulary/record-anchor";
import { parseRecordLink } from "../../vocabulary/record-link";
import { statusTone } from "../../vocabulary/status-chip";
import { statuses } from "../../vocabulary/values";
import styles from "./answer-text.module.css";
import type { Stretch } from "./claims";
import { markStretches } from "./mark-stretches";
import { tableBars } from "./table-bars";

/** Nothing of an answer is loaded or run: raw HTML is text, images are their words, foreign links are their words. */
const components: Components = {
  a: ({ href, children }) => {
    const record = parseRecordLink(href ?? "");
    return record ? (
      <RecordAnchor record={record} className={styles.link}>
        {children}
      </RecordAnchor>
    ) : (
      <span>{children}</span>
    );
  },
  img: ({ alt }) => <span>{alt}</span>,
  td: ({ node, children }) => {
    const share = node?.properties.dataShare;
    if (typeof share !== "number") {
      return <td className={staysOnOneLine(children) ? styles.line : undefined}>{children}</td>;
    }
    return (
      <td className={styles.line}>
        <span className={styles.measured}>
          <span
            className={clsx(styles.bar, styles[toneOf(node?.properties.dataGroup)])}
            style={{ "--share": share } as CSSProperties}
            aria-hidden
          />
          <span>{children}</span>
        </span>
      </td>
    );
  },
  table: ({ children }) => (
    <div className={styles.scroll} tabIndex={0} role="group">
      <table>{children}</table>
    </div>
  ),
};

const rehypePlugins = [tableBars];

interface AnswerTextProps {
  text: string;
  /** Stretches of the text that could not be checked. */
  unbound?: readonly Stretch[];
  /** Leaves tables out: something else shows what they hold. */
  withoutTables?: boolean;
}

/**
 * The text of an answer: Markdown in which records are links, and what could not be checked has a dotted line, and
 * the figures of groups have bars.
 */
export const AnswerText = memo(function AnswerText({ text, unbound = none, withoutTables }: AnswerTextProps) {
  const { t } = useTranslation();
  const note = useId();
  const plugins = useMemo(() => [remarkGfm, markStretches(text, unbound)], [text, unbound]);
  const shown = useMemo<Components>(
    () => ({
      ...components,
      mark: ({ children }) => (
        <mark className={styles.unbound} title={t("assistant.unbound")} aria-describedby={note}>
          {children}
        </mark>
      ),
    }),
    [t, note],
  );
  return (
    <div className={styles.text}>
      <Markdown
        remarkPlugins={plugins}
        rehypePlugins={rehypePlugins}
        components={shown}
        urlTransform={keepUrl}
        disallowedElements={withoutTables ? ["input", "table"] : ["input"]}
      >
        {text}
      </Markdown>
      {unbound.length > 0 && (
        <p id={note} hidden>
          {t("assistant.unbound")}
        </p>
      )}
    </div>
  );
});

const none: readonly Stretch[] = [];

/** A group of a status has the colour of that status; no other group means a colour. */
function toneOf(group: unknown): Tone {
  return statusTone(statuses.find((status) => status === group) ?? null);
}

/** As long as "Off Track" and "Completed", in characters. */
const statusLength = 9;

/** A figure or a date begins with a digit (so may a name, but that is a link); a status is short. */
function staysOnOneLine(cell: ReactNode): boolean {
  const text = wordsOf(cell);
  return text !== undefined && (/^\d/.test(text) || text.length <= statusLength);
}

/** The text of a cell, with what is marked in it; nothing where it holds anything else, as a link. */
function wordsOf(cell: ReactNode): string | undefined {
  if (typeof cell === "string") return cell;
  if (Array.isArray(cell)) {
    const parts = cell.map((part: ReactNode) => wordsOf(part));
    return parts.includes(undefined) ? undefined : parts.join("");
  }
  if (!isValidElement<{ node?: { tagName: string }; children?: ReactNode }>(cell)) return undefined;
  return cell.props.node?.tagName === "mark" ? wordsOf(cell.props.children) : undefined;
}

/** Addresses are judged by parseRecordLink, the only reader of them. */
function keepUrl(url: string): string {
  return url;
}
