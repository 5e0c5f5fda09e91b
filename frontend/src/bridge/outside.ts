import { BrowserOpenURL } from "../../wailsjs/runtime/runtime";
import type { OutsideAddress } from "../lib/outside-address";

/** Opens an address in the browser or the mail program of the system. The person has seen it. */
export function openOutside({ whole }: OutsideAddress): void {
  BrowserOpenURL(whole);
}
