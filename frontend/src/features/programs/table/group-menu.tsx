import { useTranslation } from "react-i18next";
import { RadioList } from "../../../ui/radio-list";
import { groupFields, type GroupField } from "../address";

interface GroupMenuProps {
  value: GroupField | undefined;
  /** Receives the field, or "" for no groups. */
  onChange: (group: string) => void;
}

/** Chooses what the table is grouped by. */
export function GroupMenu({ value, onChange }: GroupMenuProps) {
  const { t } = useTranslation();
  return (
    <RadioList
      label={t("table.groupBy")}
      value={value ?? ""}
      options={[
        { value: "", label: t("table.noGroup") },
        ...groupFields.map((field) => ({ value: field, label: t(`field.${field}`) })),
      ]}
      onChange={onChange}
    />
  );
}
