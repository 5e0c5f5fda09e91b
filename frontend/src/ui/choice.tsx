import { Select } from "@base-ui/react/select";
import { CaretDownIcon } from "@phosphor-icons/react/dist/csr/CaretDown";
import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { clsx } from "clsx";
import { useState, type ReactNode } from "react";
import floating from "./floating.module.css";
import styles from "./choice.module.css";

export interface ChoiceOption<V extends string> {
  value: V;
  label: string;
  /** What stands for the value; its label where absent. */
  view?: ReactNode;
}

interface ChoiceProps<V extends string> {
  /** The accessible name; where a visible label has the same words, pass its control id too. */
  label: string;
  id?: string;
  value: V;
  options: ChoiceOption<V>[];
  onChange: (value: V) => void;
  disabled?: boolean;
  /** Only shows the value. */
  readOnly?: boolean;
  /** "quiet" shows the value like text until it is pointed at, for editing in place. */
  kind?: "plain" | "quiet";
}

/** Chooses one of a few values. F2 opens it too, as it begins every edit in place. */
export function Choice<V extends string>(props: ChoiceProps<V>) {
  const { options, kind = "plain", readOnly = false } = props;
  const [open, setOpen] = useState(false);
  const view = (value: V) => {
    const option = options.find((other) => other.value === value);
    return option?.view ?? option?.label;
  };
  if (readOnly) return <span className={styles.fixed}>{view(props.value)}</span>;
  return (
    <Select.Root
      items={options}
      value={props.value}
      disabled={props.disabled ?? false}
      modal={false}
      open={open}
      onOpenChange={setOpen}
      onValueChange={(value) => value !== null && props.onChange(value)}
    >
      <Select.Trigger
        id={props.id}
        aria-label={props.label}
        className={clsx(styles.trigger, styles[kind])}
        onKeyDown={(event) => event.key === "F2" && setOpen(true)}
      >
        <Select.Value className={styles.value}>{view}</Select.Value>
        <CaretDownIcon size={12} className={styles.caret} aria-hidden />
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner className={floating.positioner} sideOffset={4} alignItemWithTrigger={false}>
          <Select.Popup className={clsx(floating.popup, styles.popup)}>
            {options.map((option) => (
              <Select.Item key={option.value} value={option.value} className={floating.item}>
                <Select.ItemText>{option.view ?? option.label}</Select.ItemText>
                <Select.ItemIndicator className={styles.check}>
                  <CheckIcon size={14} aria-hidden />
                </Select.ItemIndicator>
              </Select.Item>
            ))}
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}
