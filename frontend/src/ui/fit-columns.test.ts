import { describe, expect, it } from "vitest";
import { fitColumns } from "./fit-columns";

const columns = [
  { id: "name", width: 200, givesWay: 0 },
  { id: "status", width: 100, givesWay: 0 },
  { id: "owner", width: 100, givesWay: 2 },
  { id: "team", width: 100, givesWay: 3 },
];

describe("fitColumns", () => {
  it("shows everything where there is room", () => {
    expect([...fitColumns(columns, 500)]).toEqual(["name", "status", "owner", "team"]);
  });

  it("drops what gives way first", () => {
    expect([...fitColumns(columns, 499)]).toEqual(["name", "status", "owner"]);
    expect([...fitColumns(columns, 399)]).toEqual(["name", "status"]);
  });

  it("never drops a column that stays for ever", () => {
    expect([...fitColumns(columns, 10)]).toEqual(["name", "status"]);
  });
});
