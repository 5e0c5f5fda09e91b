import { describe, expect, it } from "vitest";
import { outsideAddress } from "./outside-address";

describe("outsideAddress", () => {
  it.each([
    ["https://example.org/a?b=c#d", "example.org", "https://example.org/a?b=c#d", false],
    ["HTTP://Example.ORG:8080", "example.org:8080", "http://example.org:8080/", false],
    ["https://аррӏе.com/", "xn--80ak6aa92e.com", "https://xn--80ak6aa92e.com/", true],
    ["https://example.org/(a)[b];rm~", "example.org", "https://example.org/%28a%29%5Bb%5D%3Brm%7E", false],
    ["https://example.org\\@evil.invalid/", "example.org", "https://example.org/@evil.invalid/", false],
    ["mailto:ada@example.org?subject=x", "ada@example.org", "mailto:ada@example.org?subject=x", false],
  ])("reads %s", (text, to, whole, isDisguised) => {
    expect(outsideAddress(text)).toMatchObject({ to, whole, isDisguised });
  });

  it.each([
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "ftp://example.org",
    "ssh://example.org",
    "wails://wails/",
    "https://user:secret@example.org/",
    "https://example.org@evil.invalid/",
    "//example.org",
    "#/settings",
    "/settings",
    "https://",
    "",
  ])("refuses %s", (text) => {
    expect(outsideAddress(text)).toBeUndefined();
  });
});
