import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { clsx } from "clsx";
import floating from "./floating.module.css";
import styles from "./radio-list.module.css";

interface RadioListProps {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
}

/** One of a few values below each other, as in a menu. */
export function RadioList({ label, value, options, onChange }: RadioListProps) {
  return (
    <RadioGroup aria-label={label} value={value} onValueChange={onChange}>
      {options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          aria-label={option.label}
          className={clsx(floating.item, styles.option)}
        >
          {option.label}
          <Radio.Indicator className={styles.mark}>
            <CheckIcon size={14} aria-hidden />
          </Radio.Indicator>
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
