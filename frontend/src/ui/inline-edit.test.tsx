import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { InlineEdit } from "./inline-edit";

function setup(onSave: (value: string) => string | undefined) {
  render(<InlineEdit label="Team" value="Summit" emptyText="Not reported" onSave={onSave} />);
  return userEvent.setup();
}

async function type(user: ReturnType<typeof userEvent.setup>, text: string) {
  await user.click(screen.getByRole("button", { name: "Team: Summit" }));
  await user.clear(screen.getByRole("textbox", { name: "Team" }));
  await user.type(screen.getByRole("textbox", { name: "Team" }), text);
}

describe("InlineEdit", () => {
  it("saves on Enter", async () => {
    const save = vi.fn(() => undefined);
    await type(setup(save), "Harbour{Enter}");
    expect(save).toHaveBeenCalledExactlyOnceWith("Harbour");
    expect(screen.queryByRole("textbox")).not.toBeInTheDocument();
  });

  it("saves nothing on Escape or without a change", async () => {
    const save = vi.fn(() => undefined);
    const user = setup(save);
    await type(user, "Harbour{Escape}");
    await type(user, "Summit{Enter}");
    expect(save).not.toHaveBeenCalled();
  });

  it("saves onto what was there when the edit began, whatever is written meanwhile", async () => {
    const [before, after] = [vi.fn(() => undefined), vi.fn(() => undefined)];
    const { rerender } = render(
      <InlineEdit label="Team" value="Summit" emptyText="Not reported" onSave={before} />,
    );
    const user = userEvent.setup();
    await type(user, "Harbour");
    rerender(<InlineEdit label="Team" value="Orchard" emptyText="Not reported" onSave={after} />);
    expect(screen.getByRole("textbox", { name: "Team" })).toHaveValue("Harbour");
    await user.keyboard("{Enter}");
    expect(before).toHaveBeenCalledExactlyOnceWith("Harbour");
    expect(after).not.toHaveBeenCalled();
  });

  it("only shows the text where nothing can be changed", () => {
    render(<InlineEdit label="Team" value="Summit" emptyText="" onSave={() => undefined} readOnly />);
    expect(screen.getByText("Summit")).toBeInTheDocument();
    expect(screen.queryByRole("button")).not.toBeInTheDocument();
  });

  it("stays open and says what is wrong", async () => {
    await type(
      setup(() => "No such team."),
      "x{Enter}",
    );
    expect(screen.getByRole("alert")).toHaveTextContent("No such team.");
    expect(screen.getByRole("textbox", { name: "Team" })).toBeInvalid();
  });
});
