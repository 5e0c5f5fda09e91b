import { describe, expect, it } from "vitest";
import { portfolio } from "../../bridge/model";
import { parseSearch, stringifySearch } from "../../lib/search-params";
import { isNarrowed, ordersText, readProgramSearch, toQuery, withChange } from "./address";

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
    expect(ordersText([{ id: "name", desc: false }])).toBe("");
    expect(ordersText([{ id: "name", desc: true }])).toBe("-name");
  });

  it("sorts by up to three keys, and by name after them", () => {
    const search = read("?sort=-status,launch_date");
    expect(search.sort).toBe("-status,launch_date");
    expect(toQuery(search).sort).toEqual([
      { field: "status", desc: true },
      { field: "launch_date", desc: false },
      { field: "name", desc: false },
    ]);
    expect(read("?sort=owner,-owner,drop_table,team,-progress,status").sort).toBe("owner,team,-progress");
    expect(toQuery(read("?sort=status,-name")).sort).toHaveLength(2);
  });

  it("groups by a field that it knows", () => {
    expect(read("?group=owner").group).toBe("owner");
    expect(read("?group=password").group).toBeUndefined();
  });
});
