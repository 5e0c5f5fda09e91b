import { memo, type ReactNode } from "react";
import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { RecordAnchor } from "../../vocabulary/record-anchor";
import { parseRecordLink } from "../../vocabulary/record-link";
import styles from "./answer-text.module.css";

const plugins = [remarkGfm];

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
  td: ({ children }) => <td className={staysOnOneLine(children) ? styles.line : undefined}>{children}</td>,
  table: ({ children }) => (
    <div className={styles.scroll} tabIndex={0} role="group">
      <table>{children}</table>
    </div>
  ),
};

/** The text of an answer: Markdown in which records are links. */
export const AnswerText = memo(function AnswerText({ text }: { text: string }) {
  return (
    <div className={styles.text}>
      <Markdown
        remarkPlugins={plugins}
        components={components}
        urlTransform={keepUrl}
        disallowedElements={["input"]}
      >
        {text}
      </Markdown>
    </div>
  );
});

/** As long as "Off Track" and "Completed", in characters. */
const statusLength = 9;

/** A figure or a date begins with a digit (so may a name, but that is a link); a status is short. */
function staysOnOneLine(cell: ReactNode): boolean {
  return typeof cell === "string" && (/^\d/.test(cell) || cell.length <= statusLength);
}

/** Addresses are judged by parseRecordLink, the only reader of them. */
function keepUrl(url: string): string {
  return url;
}
