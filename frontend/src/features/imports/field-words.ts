import { useTranslation } from "react-i18next";
import { useChangeWords } from "../../vocabulary/change-words";

/** Names the fields that a column can be read into; "" is a column that is not read. */
export function useFieldWords(): (field: string) => string {
  const { t } = useTranslation();
  const words = useChangeWords();
  return (field) => {
    switch (field) {
      case "":
        return t("import.notRead");
      case "id":
        return t("import.fieldId");
      case "as_of":
        return t("import.fieldAsOf");
      default:
        return words.field(field);
    }
  };
}
