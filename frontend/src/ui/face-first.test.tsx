import { StackIcon } from "@phosphor-icons/react/dist/csr/Stack";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { FirstPageDrawnContext } from "../lib/use-first-page-drawn";
import { PopoverButton } from "./popover-button";

function page(drawn: boolean) {
  return (
    <FirstPageDrawnContext value={drawn}>
      <PopoverButton icon={StackIcon} label="Group" title="Group the rows">
        <p>By owner</p>
      </PopoverButton>
    </FirstPageDrawnContext>
  );
}

describe("FaceFirst", () => {
  it("opens what it stands for at a click before the first page is drawn", async () => {
    render(page(false));
    await userEvent.click(screen.getByRole("button", { name: "Group" }));
    expect(await screen.findByRole("dialog", { name: "Group the rows" })).toHaveTextContent("By owner");
  });

  it("stays while it is pressed, so that the press opens it", async () => {
    const user = userEvent.setup();
    const { rerender } = render(page(false));
    const face = screen.getByRole("button", { name: "Group" });
    await user.pointer({ keys: "[MouseLeft>]", target: face });
    rerender(page(true));
    await import("./popover-panel");
    await new Promise(requestAnimationFrame);
    expect(face.isConnected).toBe(true);
    await user.pointer("[/MouseLeft]");
    expect(await screen.findByRole("dialog", { name: "Group the rows" })).toBeInTheDocument();
  });

  it("keeps the keyboard while its code takes the place of its face", async () => {
    const { rerender } = render(page(false));
    const face = screen.getByRole("button", { name: "Group" });
    face.focus();
    rerender(page(true));
    await expect.poll(() => face.isConnected).toBe(false);
    expect(screen.getByRole("button", { name: "Group" })).toHaveFocus();
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });
});
