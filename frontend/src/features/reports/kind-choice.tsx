import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { useTranslation } from "react-i18next";
import styles from "./kind-choice.module.css";
import { kinds, type ReportKind } from "./kinds";

interface KindChoiceProps {
  value: ReportKind;
  onChange: (kind: ReportKind) => void;
}

/** The kinds of reports, each with what it is for. */
export function KindChoice({ value, onChange }: KindChoiceProps) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      aria-label={t("report.which")}
      value={value}
      onValueChange={(kind) => onChange(kind)}
      className={styles.kinds}
    >
      {kinds.map((kind) => (
        <Radio.Root
          key={kind}
          value={kind}
          aria-label={t(`report.kind.${kind}`)}
          aria-description={t(`report.purpose.${kind}`)}
          className={styles.kind}
        >
          <span className={styles.name}>{t(`report.kind.${kind}`)}</span>
          <span className={styles.purpose}>{t(`report.purpose.${kind}`)}</span>
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
