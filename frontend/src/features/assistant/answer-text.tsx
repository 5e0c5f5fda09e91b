import { clsx } from "clsx";
import { isValidElement, memo, useId, useMemo, type CSSProperties, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import type { Tone } from "../../ui/chip";
import { OutsideLink } from "../../vocabulary/outside-link";
import { RecordAnchor } from "../../vocabulary/record-anchor";
import { changeWords } from "../../vocabulary/change-words";
import { parseRecordLink } from "../../vocabulary/record-link";
import { statusTone } from "../../vocabulary/status-chip";
import { statuses } from "../../vocabulary/values";
import styles from "./answer-text.module.css";
import type { BoundStretch, Stretch } from "./claims";
import { markStretches } from "./mark-stretches";
import { tableBars } from "./table-bars";

/** Nothing of an answer is loaded or run: raw HTML is text, images are their words; a link out of the window shows its address first. */
const components: Components = {
  a: ({ href, children }) => {
    const record = parseRecordLink(href ?? "");
    return record ? (
      <RecordAnchor record={record} className={styles.link}>
        {children}
      </RecordAnchor>
    ) : (
      <OutsideLink href={href ?? ""}>{children}</OutsideLink>
    );
  },
  // Only what markStretches explains comes as this element: HTML of an answer is text.
  span: ({ title, children }) => <span title={title}>{children}</span>,
  img: ({ alt }) => <span>{alt}</span>,
  td: ({ node, children }) => {
    const share = node?.properties.dataShare;
    if (typeof share !== "number") {
      return <td className={widthOf(children)}>{children}</td>;
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
  /** Stretches of the text that state what a field of a record holds. */
  bound?: readonly BoundStretch[];
  /** Leaves tables out: something else shows what they hold. */
  withoutTables?: boolean;
}

/**
 * The text of an answer: Markdown in which records are links, and what could not be checked has a dotted line, and
 * the figures of groups have bars.
 */
export const AnswerText = memo(function AnswerText(props: AnswerTextProps) {
  const { text, unbound = none, bound = noneBound, withoutTables } = props;
  const { t, i18n } = useTranslation();
  const note = useId();
  const plugins = useMemo(() => {
    const words = changeWords(t, i18n.language);
    const explained = bound.map(({ from, to, record, field, value }) => {
      const name = field.replace(/^\w+\./, ""); // of a risk or a milestone as of a program
      const said = {
        field: words.field(name),
        record: record.label,
        value: value === "" ? t("notReported") : words.value({ entity: record.type, field: name }, value),
      };
      return { from, to, note: t("assistant.bound", said) };
    });
    return [
      remarkGfm,
      markStretches(
        text,
        [...unbound, ...explained].sort((a, b) => a.from - b.from),
      ),
    ];
  }, [text, unbound, bound, t, i18n.language]);
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
const noneBound: readonly BoundStretch[] = [];

/** A group of a status has the colour of that status; no other group means a colour. */
function toneOf(group: unknown): Tone {
  return statusTone(statuses.find((status) => status === group) ?? null);
}

/** As long as "Off Track" and "Completed", in characters. */
const statusLength = 9;

/** From how many characters on a cell holds sentences, as a mitigation does. */
const longLength = 40;

/** The room that a cell takes: as it comes, one line, or enough for sentences. */
function widthOf(cell: ReactNode): string | undefined {
  if (staysOnOneLine(cell)) return styles.line;
  return (wordsOf(cell)?.length ?? 0) > longLength ? styles.long : undefined;
}

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
  const tagName = cell.props.node?.tagName;
  return tagName === "mark" || tagName === "span" ? wordsOf(cell.props.children) : undefined;
}

/** Addresses are judged by parseRecordLink, the only reader of them. */
function keepUrl(url: string): string {
  return url;
}
