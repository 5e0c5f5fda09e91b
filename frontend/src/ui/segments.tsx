import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import styles from "./segments.module.css";

interface SegmentsProps<V extends string> {
  label: string;
  value: V;
  /** What is told beside a label, such as a count, is part of its name. */
  options: { value: V; label: string; detail?: string }[];
  onChange: (value: V) => void;
}

/** One of a few values, all of them visible. */
export function Segments<V extends string>({ label, value, options, onChange }: SegmentsProps<V>) {
  return (
    <RadioGroup aria-label={label} value={value} onValueChange={onChange} className={styles.segments}>
      {options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          aria-label={option.detail === undefined ? option.label : `${option.label} ${option.detail}`}
          className={styles.segment}
        >
          {option.label}
          {option.detail !== undefined && <span className={styles.detail}>{option.detail}</span>}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
