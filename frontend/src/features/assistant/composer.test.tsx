import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createRef } from "react";
import { describe, expect, it, vi } from "vitest";
import { Composer } from "./composer";

function setup({ answering = false, accepted = true } = {}) {
  const send = vi.fn(() => Promise.resolve(accepted));
  const stop = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Composer
        inputRef={createRef()}
        about="Whole portfolio"
        answering={answering}
        onSend={send}
        onStop={stop}
      />
    </QueryClientProvider>,
  );
  return {
    send,
    stop,
    user: userEvent.setup(),
    input: screen.getByRole("textbox", { name: "Message to the assistant" }),
  };
}

describe("Composer", () => {
  it("sends on Enter, and on Enter with Control", async () => {
    const { send, user, input } = setup();
    await user.type(input, " What is late? {Enter}");
    expect(send).toHaveBeenLastCalledWith("What is late?");
    await user.type(input, "And red?{Control>}{Enter}{/Control}");
    expect(send).toHaveBeenLastCalledWith("And red?");
    expect(input).toHaveValue("");
  });

  it("breaks the line on Shift+Enter", async () => {
    const { send, user, input } = setup();
    await user.type(input, "one{Shift>}{Enter}{/Shift}two");
    expect(input).toHaveValue("one\ntwo");
    expect(send).not.toHaveBeenCalled();
  });

  it("sends nothing where nothing is written", async () => {
    const { send, user, input } = setup();
    await user.type(input, "  {Enter}");
    expect(send).not.toHaveBeenCalled();
    expect(screen.getByRole("button", { name: "Send" })).toBeDisabled();
  });

  it("gives a refused question back", async () => {
    const { user, input } = setup({ accepted: false });
    await user.type(input, "What is late?{Enter}");
    expect(input).toHaveValue("What is late?");
  });

  it("offers Stop instead of Send while an answer comes", async () => {
    const { send, stop, user, input } = setup({ answering: true });
    await user.type(input, "next{Enter}");
    expect(send).not.toHaveBeenCalled();
    expect(screen.queryByRole("button", { name: "Send" })).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Stop" }));
    expect(stop).toHaveBeenCalledOnce();
  });
});
