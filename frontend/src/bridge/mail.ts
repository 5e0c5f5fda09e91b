import { BrowserOpenURL } from "../../wailsjs/runtime/runtime";

/** Opens the mail program of the system with a new mail; the address begins with "mailto:". Nothing is sent. */
export function openMail(address: `mailto:${string}`): void {
  BrowserOpenURL(address);
}
