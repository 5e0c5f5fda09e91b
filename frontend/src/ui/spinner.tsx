import { CircleNotchIcon } from "@phosphor-icons/react/dist/csr/CircleNotch";
import styles from "./spinner.module.css";

/** Turns while something goes on; the words beside it say what. It stands still where the system asks for no motion. */
export function Spinner() {
  return <CircleNotchIcon size={14} className={styles.spinner} aria-hidden />;
}
