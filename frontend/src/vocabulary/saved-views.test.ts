import { expect, it } from "vitest";
import { addressOf } from "./saved-views";

it.each([
  [{ status: ["Off Track", "At Risk"], view: "board" }, "status=At+Risk&status=Off+Track&view=board"],
  [{ view: "board", status: ["At Risk", "Off Track"] }, "status=At+Risk&status=Off+Track&view=board"],
  [{ saved: "one", q: "rail" }, "q=rail"],
  [{}, ""],
])("writes the address of %j in one order, without the view that is open", (search, expected) => {
  expect(addressOf(search)).toBe(expected);
});
