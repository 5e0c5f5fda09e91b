import i18next from "i18next";
import { expect, it } from "vitest";
import { fileName } from "./file-name";

const head = {
  kind: "steering",
  scope: { view: "", program: "" },
  scope_name: "Whole portfolio",
  as_of: "2026-11-30",
} as const;

it("names a file by what it is about, which report it is, and its day", () => {
  expect(fileName(i18next.t, head, "pptx")).toBe("Portfolio - Steering pack - 2026-11-30.pptx");
  const narrowed = { ...head, scope: { view: "1", program: "" }, scope_name: "Red list" };
  expect(fileName(i18next.t, narrowed, "pdf")).toBe("Red list - Steering pack - 2026-11-30.pdf");
});
