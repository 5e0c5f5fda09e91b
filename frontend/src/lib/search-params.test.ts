import { describe, expect, it } from "vitest";
import { listOf, parseSearch, stringifySearch, textOf } from "./search-params";

describe("an address", () => {
  it("comes back as it was written", () => {
    const search = {
      status: ["At Risk", "Off Track"],
      owner: ["", "Conti, Chiara"],
      q: "a+b & c",
      sort: "-name",
    };
    expect(parseSearch(stringifySearch(search))).toEqual(search);
  });

  it("keeps an id that looks like a number as text", () => {
    expect(parseSearch("?program=007")).toEqual({ program: "007" });
    expect(parseSearch("?record=1e5")).toEqual({ record: "1e5" });
  });

  it("leaves out what is empty", () => {
    expect(stringifySearch({ status: [], q: undefined })).toBe("");
  });
});

describe("listOf and textOf", () => {
  it("take one or several values", () => {
    expect(listOf("a")).toEqual(["a"]);
    expect(listOf(["a", "b"])).toEqual(["a", "b"]);
    expect(listOf(7)).toEqual([]);
    expect(textOf("a")).toBe("a");
    expect(textOf(["a"])).toBeUndefined();
    expect(textOf("")).toBeUndefined();
  });
});
