import { expect, it } from "vitest";
import { withoutTables } from "./without-tables";

it("leaves the sentences around a table", () => {
  const text =
    "Change it?\n\n| Record | After |\n| --- | --- |\n| Aurora | 2 \\| 3 |\n\nNothing changes before.";
  expect(withoutTables(text)).toBe("Change it?\n\n\nNothing changes before.");
});

it("leaves a text without tables as it is", () => {
  expect(withoutTables("One | two\n\n- three")).toBe("One | two\n\n- three");
});
