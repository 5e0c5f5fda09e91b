import { Combobox } from "@base-ui/react/combobox";
import { clsx } from "clsx";
import field from "./field.module.css";
import floating from "./floating.module.css";
import styles from "./search-choice.module.css";

export interface SearchOption {
  value: string;
  label: string;
}

interface SearchChoiceProps {
  id?: string;
  options: SearchOption[];
  onChange: (value: string | undefined) => void;
  placeholder: string;
  /** Said where nothing has the typed text in it. */
  nothing: string;
}

/** How many of the options that match are listed; typing more narrows them. */
const listed = 50;

/** Chooses one of many values by typing a part of its name. */
export function SearchChoice({ id, options, onChange, placeholder, nothing }: SearchChoiceProps) {
  return (
    <Combobox.Root
      items={options}
      limit={listed}
      autoHighlight
      onValueChange={(option: SearchOption | null) => onChange(option?.value)}
    >
      <Combobox.Input id={id} placeholder={placeholder} className={field.input} />
      <Combobox.Portal>
        <Combobox.Positioner className={floating.positioner} sideOffset={4}>
          <Combobox.Popup className={clsx(floating.popup, styles.popup)}>
            <Combobox.Empty>
              <p className={styles.nothing}>{nothing}</p>
            </Combobox.Empty>
            <Combobox.List>
              {(option: SearchOption) => (
                <Combobox.Item key={option.value} value={option} className={floating.item}>
                  <span className={styles.label}>{option.label}</span>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
