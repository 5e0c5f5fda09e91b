import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { FilterPicker } from "./filter-picker";

const words = {
  open: "Filter by Team",
  find: "Find in Team",
  remove: "Remove the filter on Team",
  nothing: "None",
};
const teams = Array.from({ length: 12 }, (_, index) => ({
  value: `T${index}`,
  label: `Team ${index}`,
  count: index,
}));

describe("FilterPicker", () => {
  it("adds a value to those that are chosen", async () => {
    const change = vi.fn();
    const user = userEvent.setup();
    render(
      <FilterPicker
        label="Team"
        summary="Team 1"
        options={teams}
        chosen={["T1"]}
        onChange={change}
        words={words}
      />,
    );
    await user.click(screen.getByRole("button", { name: "Filter by Team" }));
    expect(await screen.findByRole("checkbox", { name: "Team 1 1" })).toBeChecked();
    await user.click(screen.getByRole("checkbox", { name: "Team 3 3" }));
    expect(change.mock.lastCall?.[0]).toEqual(["T1", "T3"]);
  });

  it("finds a value among many", async () => {
    const user = userEvent.setup();
    render(
      <FilterPicker label="Team" summary="" options={teams} chosen={[]} onChange={vi.fn()} words={words} />,
    );
    await user.click(screen.getByRole("button", { name: "Filter by Team" }));
    await user.type(await screen.findByRole("textbox", { name: "Find in Team" }), "team 11");
    expect(screen.getAllByRole("checkbox")).toHaveLength(1);
  });

  it("is removed as a whole", async () => {
    const change = vi.fn();
    const user = userEvent.setup();
    render(
      <FilterPicker
        label="Team"
        summary="Team 1"
        options={teams}
        chosen={["T1"]}
        onChange={change}
        words={words}
      />,
    );
    await user.click(screen.getByRole("button", { name: "Remove the filter on Team" }));
    expect(change).toHaveBeenCalledExactlyOnceWith([]);
  });
});
