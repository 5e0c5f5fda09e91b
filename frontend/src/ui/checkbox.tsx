import { Checkbox as Base } from "@base-ui/react/checkbox";
import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import styles from "./checkbox.module.css";

/** A box to tick; its name is its aria-label, or the label that it stands in. */
export function Checkbox(props: Omit<Base.Root.Props, "className" | "children" | "render">) {
  return (
    <Base.Root {...props} className={styles.box}>
      <Base.Indicator className={styles.tick}>
        <CheckIcon size={12} weight="bold" aria-hidden />
      </Base.Indicator>
    </Base.Root>
  );
}
