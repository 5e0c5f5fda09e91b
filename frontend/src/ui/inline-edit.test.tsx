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

  it("begins on F2 too", async () => {
    const user = setup(() => undefined);
    screen.getByRole("button", { name: "Team: Summit" }).focus();
    await user.keyboard("{F2}");
    expect(screen.getByRole("textbox", { name: "Team" })).toHaveFocus();
  });

  it("saves on Tab and lets the focus go on", async () => {
    const save = vi.fn(() => undefined);
    render(
      <>
        <InlineEdit label="Team" value="Summit" emptyText="" onSave={save} />
        <button type="button">{"Next"}</button>
      </>,
    );
    const user = userEvent.setup();
    await type(user, "Harbour");
    await user.tab();
    expect(save).toHaveBeenCalledExactlyOnceWith("Harbour");
    await new Promise((drawn) => requestAnimationFrame(drawn));
    expect(screen.getByRole("button", { name: "Next" })).toHaveFocus();
  });

  it("takes a suggestion by the keyboard alone", async () => {
    const save = vi.fn(() => undefined);
    render(
      <InlineEdit
        label="Team"
        value="Summit"
        emptyText=""
        suggestions={["Harbour", "Orchard"]}
        onSave={save}
      />,
    );
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "Team: Summit" }));
    await user.clear(screen.getByRole("combobox", { name: "Team" }));
    await user.type(screen.getByRole("combobox", { name: "Team" }), "orch");
    await screen.findByRole("option", { name: "Orchard" });
    await user.keyboard("{ArrowDown}{Enter}");
    expect(save).toHaveBeenCalledExactlyOnceWith("Orchard");
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
