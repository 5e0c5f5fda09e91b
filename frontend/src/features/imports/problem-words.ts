import { useTranslation } from "react-i18next";
import { useFieldWords } from "./field-words";
import { conflictsOf, namesPrograms } from "./mapping";
import type { WizardFile } from "./use-wizard";

/** Says what keeps a file from coming in as its columns are mapped; nothing where nothing does. */
export function useProblemWords(): (file: WizardFile) => string[] {
  const { t, i18n } = useTranslation();
  const fieldWords = useFieldWords();
  const list = new Intl.ListFormat(i18n.language, { type: "conjunction" });
  return ({ preview, choices }) => {
    if (!preview || preview.layout.columns.length === 0) return [];
    const twice = [...conflictsOf(choices)].map(([field, headers]) =>
      t("import.twice", {
        field: fieldWords(field),
        columns: list.format(headers.map((header) => t("import.quoted", { text: header }))),
      }),
    );
    return namesPrograms(choices) ? twice : [t("import.noName"), ...twice];
  };
}
