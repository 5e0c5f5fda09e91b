import { createContext, useContext, type ReactNode } from "react";
import { outsideAddress, type OutsideAddress } from "../lib/outside-address";
import styles from "./outside-link.module.css";

/** Shows an address out of the window, and opens it where the person agrees. */
export const OutsideContext = createContext<(address: OutsideAddress) => void>(() => undefined);

interface OutsideLinkProps {
  href: string;
  children: ReactNode;
}

/** A link out of the window; its words only where it leads to what is not opened. It has no address that a page could follow. */
export function OutsideLink({ href, children }: OutsideLinkProps) {
  const show = useContext(OutsideContext);
  const address = outsideAddress(href);
  if (!address) return <span>{children}</span>;
  return (
    <button
      type="button"
      role="link"
      className={styles.link}
      title={address.whole}
      onClick={() => show(address)}
    >
      {children}
    </button>
  );
}
