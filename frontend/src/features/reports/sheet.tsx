import { useTranslation } from "react-i18next";
import type { desk, report } from "../../bridge/model";
import { PartView } from "./block-view";
import type { Slice } from "./paginate";
import type { Part } from "./part";
import { useReportWords } from "./report-words-context";
import styles from "./sheet.module.css";

/** What one sheet holds. */
export interface SheetContent {
  /** The title of its page; "" on the first sheet, which has that of the report. */
  title: string;
  /** Its page began on a sheet before. */
  continued: boolean;
  parts: Part[];
  slices: Slice[];
}

interface SheetProps {
  kept: report.Kept;
  house: desk.House;
  content: SheetContent;
  number: number;
  pages: number;
  titleId: string;
}

/** A sheet as it is printed: white paper, also in a dark window. */
export function Sheet({ kept, house, content, number, pages, titleId }: SheetProps) {
  const { t } = useTranslation();
  const { label, day } = useReportWords();
  const scope = scopeName(kept, t("assistant.wholePortfolio"));
  const name = t(`report.kind.${kept.kind}`);
  const title = content.title === "" ? name : label(content.title);
  return (
    <div className={styles.sheet}>
      <header className={styles.head}>
        <div className={styles.titles}>
          <h2 id={titleId} className={styles.title}>
            {content.continued ? t("report.continued", { title }) : title}
          </h2>
          <p className={styles.scope}>{content.title === "" ? scope : `${name} · ${scope}`}</p>
        </div>
        <House house={house} />
      </header>
      <div className={styles.parts}>
        {content.slices.map((slice) => {
          const part = content.parts[slice.index];
          return part && <PartView key={slice.index} part={part} from={slice.from} to={slice.to} />;
        })}
      </div>
      <footer className={styles.foot}>
        <p>{t("report.dataAsOf", { day: day(kept.as_of) })}</p>
        <p id={`${titleId}-page`}>{t("report.page", { page: number, pages })}</p>
      </footer>
    </div>
  );
}

/** Who hands the report over. */
function House({ house: { name, logo } }: { house: desk.House }) {
  if (name === "" && logo === "") return null;
  return (
    <p className={styles.house}>
      {name !== "" && <span>{name}</span>}
      {/* The name beside it says whose logo it is. */}
      {logo !== "" && <img src={logo} alt="" className={styles.logo} />}
    </p>
  );
}

/** What a report is about, in the words of the window. */
export function scopeName(
  { scope, scope_name }: Pick<report.Head, "scope" | "scope_name">,
  whole: string,
): string {
  return scope.view === "" && scope.program === "" ? whole : scope_name;
}
