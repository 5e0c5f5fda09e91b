/** An address out of the window, as it is shown before it is opened. */
export interface OutsideAddress {
  kind: "web" | "mail";
  /** All of it, as the system gets it: the name of a computer in letters without accents, and nothing hidden. */
  whole: string;
  /** The name of the computer, or whom a mail is for. */
  to: string;
  /** Whether the name of the computer has letters that can be taken for others: "xn--…". */
  isDisguised: boolean;
}

/** What the opener of addresses refuses, although an address may hold it. */
const refused = /[;|`$\\<>*{}[\]()~!]/g;

/** Reads an address that may be opened outside: of the web or of a mail. Undefined for any other, and where it holds a password. */
export function outsideAddress(text: string): OutsideAddress | undefined {
  const url = URL.parse(text.trim());
  if (!url || url.username || url.password) return undefined;
  const whole = url.href.replace(refused, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  if (url.protocol === "mailto:") return { kind: "mail", whole, to: url.pathname, isDisguised: false };
  if (url.protocol !== "https:" && url.protocol !== "http:") return undefined;
  return { kind: "web", whole, to: url.host, isDisguised: /(^|\.)xn--/.test(url.hostname) };
}
