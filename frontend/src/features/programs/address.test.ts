import { describe, expect, it } from "vitest";
import { portfolio } from "../../bridge/model";
import { parseSearch, stringifySearch } from "../../lib/search-params";
import { isNarrowed, readProgramSearch, sortText, toQuery, withChange } from "./address";

const read = (text: string) => readProgramSearch(parseSearch(text));

describe("the address of the program list", () => {
  it("becomes the query that Go understands", () => {
    const query = toQuery(read("?status=At+Risk&status=&owner=Ada+Brandt&q=rail&sort=-launch_date"));
    expect(query).toMatchObject({
      of: portfolio.Entity.Program,
      text: "rail",
      where: [
        { field: "status", op: "is", values: ["At Risk", ""] },
        { field: "owner", op: "is", values: ["Ada Brandt"] },
      ],
      sort: [
        { field: "launch_date", desc: true },
        { field: "name", desc: false },
      ],
    });
  });

  it("asks for all programs by name where it says nothing", () => {
    expect(toQuery(read(""))).toMatchObject({ text: "", where: [], sort: [{ field: "name", desc: false }] });
    expect(isNarrowed(read("?sort=-name"))).toBe(false);
    expect(isNarrowed(read("?team="))).toBe(true);
  });

  it("drops what makes no sense, wherever it came from", () => {
    expect(read("?status=Green&sort=drop_table&q=&foo=bar")).toEqual({});
  });

  it("loses a key that a change empties, and stays the same otherwise", () => {
    const search = read("?status=At+Risk&q=rail&sort=-name");
    expect(withChange(search, { q: "", status: [] })).toEqual({ sort: "-name" });
    expect(read(stringifySearch(withChange(search, { team: ["Summit"] })))).toEqual({
      ...search,
      team: ["Summit"],
    });
  });

  it("does not write the usual order", () => {
    expect(sortText({ id: "name", desc: false })).toBe("");
    expect(sortText({ id: "name", desc: true })).toBe("-name");
  });
});
