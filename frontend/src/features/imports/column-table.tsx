import { ArrowCounterClockwiseIcon } from "@phosphor-icons/react/dist/csr/ArrowCounterClockwise";
import { CheckCircleIcon } from "@phosphor-icons/react/dist/csr/CheckCircle";
import { MinusCircleIcon } from "@phosphor-icons/react/dist/csr/MinusCircle";
import { PencilSimpleIcon } from "@phosphor-icons/react/dist/csr/PencilSimple";
import { QuestionIcon } from "@phosphor-icons/react/dist/csr/Question";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { Choice } from "../../ui/choice";
import styles from "./columns-step.module.css";
import { useFieldWords } from "./field-words";
import { conflictsOf, reasonOf, type Reason } from "./mapping";
import type { WizardFile } from "./use-wizard";

interface ColumnTableProps {
  file: WizardFile;
  onChoose: (header: string, field: string) => void;
}

/** The columns of a file with their first values, what each is read into, and how sure that is. */
export function ColumnTable({ file, onChoose }: ColumnTableProps) {
  const { t } = useTranslation();
  const fieldWords = useFieldWords();
  const conflicts = conflictsOf(file.choices);
  const options = ["", ...(file.preview?.fields ?? [])].map((value) => ({ value, label: fieldWords(value) }));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("import.column")}</th>
          <th scope="col">{t("import.samples")}</th>
          <th scope="col">{t("import.readAs")}</th>
          <th scope="col">{t("import.howSure")}</th>
        </tr>
      </thead>
      <tbody>
        {file.preview?.layout.columns.map((column) => {
          const field = file.choices[column.header] ?? "";
          return (
            <tr key={column.header} className={clsx(field === "" && styles.unread)}>
              <th scope="row">
                {column.header}
                {column.count > 1 && (
                  <span className={styles.times}>{t("import.times", { count: column.count })}</span>
                )}
              </th>
              <td className={styles.samples} title={column.samples.join("\n")}>
                {column.samples.length === 0 ? t("import.noValues") : column.samples.join(" · ")}
              </td>
              <td className={clsx(styles.field, conflicts.has(field) && styles.wrong)}>
                <Choice
                  label={t("import.readColumnAs", { column: column.header })}
                  value={field}
                  options={options}
                  onChange={(value) => onChoose(column.header, value)}
                />
              </td>
              <td>
                <Sureness reason={reasonOf(column, file.choices, file.before, file.isRemembered)} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const icons: Record<Reason, typeof CheckCircleIcon> = {
  certain: CheckCircleIcon,
  likely: QuestionIcon,
  none: MinusCircleIcon,
  remembered: ArrowCounterClockwiseIcon,
  chosen: PencilSimpleIcon,
};

/** Why a column is read as it is, as icon and words. */
function Sureness({ reason }: { reason: Reason }) {
  const { t } = useTranslation();
  const Icon = icons[reason];
  return (
    <span className={clsx(styles.sure, styles[reason])}>
      <Icon size={16} aria-hidden />
      {t(`import.sure.${reason}`)}
    </span>
  );
}
