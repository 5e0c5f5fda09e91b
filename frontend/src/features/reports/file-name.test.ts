import i18next from "i18next";
import { describe, expect, it } from "vitest";
import { fileName } from "./file-name";

const head = {
  kind: "steering",
  scope: { view: "", program: "" },
  scope_name: "Whole portfolio",
  as_of: "2026-11-30",
} as const;

describe("the name of a file", () => {
  it("says what it is about, which report, and of which day", () => {
    expect(fileName(i18next.t, head, "pptx")).toBe("Portfolio - Steering pack - 2026-11-30.pptx");
  });

  it.each([
    ["Red list", "Red list"],
    ["A/B: what \\ if?", "A B what if"],
    ["..\u0000", "-"],
    ["x".repeat(200), "x".repeat(60)],
  ])("of the scope %j begins with %j", (scope_name, begin) => {
    const named = { ...head, scope: { view: "1", program: "" }, scope_name };
    expect(fileName(i18next.t, named, "pdf")).toBe(`${begin} - Steering pack - 2026-11-30.pdf`);
  });
});
