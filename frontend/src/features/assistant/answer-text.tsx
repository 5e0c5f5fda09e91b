import { memo } from "react";
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

/** Addresses are judged by parseRecordLink, the only reader of them. */
function keepUrl(url: string): string {
  return url;
}
