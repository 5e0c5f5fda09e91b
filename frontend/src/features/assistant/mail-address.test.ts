import { describe, expect, it } from "vitest";
import { mailAddress } from "./mail-address";

describe("the address of a mail", () => {
  it("carries the subject and the text, and nothing that an opener of addresses refuses", () => {
    const address = mailAddress("Escalation: No ferry (Heron)", "High; it's `open`!\n– Owner: Ada & Ben");
    expect(address).toMatch(/^mailto:\?subject=[\w.%-]+&body=[\w.%-]+$/);
    const parts = new URLSearchParams(address?.slice("mailto:?".length));
    expect(parts.get("subject")).toBe("Escalation: No ferry (Heron)");
    expect(parts.get("body")).toBe("High; it's `open`!\r\n– Owner: Ada & Ben");
  });

  it("is none for a mail that does not fit", () => {
    expect(mailAddress("Escalation", "x".repeat(2000))).toBeUndefined();
  });
});
