import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { StatusTrend } from "./status-trend";

function show(points: Parameters<typeof StatusTrend>[0]["points"]) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <StatusTrend points={points} />
    </QueryClientProvider>,
  );
}

describe("StatusTrend", () => {
  it("says each status in words, the newest first of all, and is one stop of the Tab key", async () => {
    show([
      { date: "2026-01-05", status: "On Track", progress: null },
      { date: "2026-02-05", status: "At Risk", progress: 40 },
    ]);
    expect(screen.getByText("At Risk on 05 Feb 2026, 40 %")).toBeVisible();
    const user = userEvent.setup();
    await user.tab();
    expect(screen.getByRole("img", { name: "At Risk on 05 Feb 2026, 40 %" })).toHaveFocus();
    await user.keyboard("{ArrowLeft}");
    expect(screen.getByRole("img", { name: "On Track from 05 Jan 2026" })).toHaveFocus();
    expect(screen.getByText("On Track from 05 Jan 2026")).toBeVisible();
    await user.tab();
    expect(document.body).toHaveFocus();
  });

  it("shows nothing where nothing was declared", () => {
    show([]);
    expect(screen.queryByRole("list")).not.toBeInTheDocument();
  });
});
