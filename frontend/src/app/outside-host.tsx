import { useState, type ReactNode } from "react";
import type { OutsideAddress } from "../lib/outside-address";
import { later } from "../lib/later";
import { OutsideContext } from "../vocabulary/outside-link";

const OutsideDialog = later(async () => (await import("./outside-dialog")).OutsideDialog);

/** Shows where a link leads before it is opened outside the window. */
export function OutsideHost({ children }: { children: ReactNode }) {
  const [address, setAddress] = useState<OutsideAddress>();
  return (
    <OutsideContext value={setAddress}>
      {children}
      {address && <OutsideDialog address={address} onClose={() => setAddress(undefined)} />}
    </OutsideContext>
  );
}
