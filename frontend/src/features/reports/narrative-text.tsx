import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { OutsideLink } from "../../vocabulary/outside-link";
import { RecordAnchor } from "../../vocabulary/record-anchor";
import { parseRecordLink } from "../../vocabulary/record-link";
import styles from "./narrative-text.module.css";

/** Nothing of a narrative is loaded or run: raw HTML is text, images are their words; a link out of the window shows its address first. */
const components: Components = {
  a: ({ href, children }) => {
    const record = parseRecordLink(href ?? "");
    return record ? (
      <RecordAnchor record={record}>{children}</RecordAnchor>
    ) : (
      <OutsideLink href={href ?? ""}>{children}</OutsideLink>
    );
  },
  img: ({ alt }) => <span>{alt}</span>,
  // The headings of the sheet are those of the report.
  h1: ({ children }) => <p className={styles.strong}>{children}</p>,
  h2: ({ children }) => <p className={styles.strong}>{children}</p>,
  h3: ({ children }) => <p className={styles.strong}>{children}</p>,
};

const plugins = [remarkGfm];

/** The text that a person or the assistant wrote to go before a report, in its pieces. */
export function NarrativeText({ pieces }: { pieces: string[] }) {
  return (
    <div className={styles.narrative}>
      {pieces.map((piece, i) => (
        <div key={i} data-row="" className={styles.piece}>
          <Markdown
            remarkPlugins={plugins}
            components={components}
            urlTransform={keepUrl}
            disallowedElements={["input"]}
          >
            {piece}
          </Markdown>
        </div>
      ))}
    </div>
  );
}

/** Addresses are judged by parseRecordLink, the only reader of them. */
function keepUrl(url: string): string {
  return url;
}
