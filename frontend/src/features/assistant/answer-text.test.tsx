import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterContextProvider,
} from "@tanstack/react-router";
import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { AnswerText } from "./answer-text";
import { portfolio } from "../../bridge/model";
import type { BoundStretch, Stretch } from "./claims";

function show(text: string, unbound: Stretch[] = [], bound: BoundStretch[] = []) {
  const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });
  return render(
    // The addresses of the real routes do not matter here, only which texts become links.
    <RouterContextProvider router={router as never}>
      <AnswerText text={text} unbound={unbound} bound={bound} />
    </RouterContextProvider>,
  );
}

describe("AnswerText", () => {
  it("makes links of records and of what can be opened outside, and those without an address to follow", () => {
    show(
      "[Cobalt](#/program/p1) [evil](javascript:alert(1)) [out](https://example.org) <https://example.org/x>",
    );
    expect(screen.getAllByRole("link")).toHaveLength(3);
    expect(screen.getByRole("link", { name: "Cobalt" })).toHaveAttribute("href");
    expect(screen.getByRole("link", { name: "out" })).not.toHaveAttribute("href");
    expect(screen.getByText("evil")).toBeInTheDocument();
  });

  it("shows HTML as text and loads no image", () => {
    const { container } = show("<b>bold</b> <script>alert(1)</script> ![chart](https://example.org/a.png)");
    expect(container.querySelector("b, script, img")).toBeNull();
    expect(container).toHaveTextContent("<b>bold</b>");
    expect(container).toHaveTextContent("chart");
  });

  it("puts a described dotted line below what could not be checked, and hides nothing", () => {
    const text =
      "There are **7** programs in [Team \\*A\\*](#/program/p1), 3 of them late.\n\n| Status | Programs |\n| --- | --- |\n| At Risk | 12 |";
    const stretch = (part: string) => ({ from: text.indexOf(part), to: text.indexOf(part) + part.length });
    const { container } = show(text, [stretch("7"), stretch("Team \\*A"), stretch("12")]);
    const marks = [...container.querySelectorAll("mark")];
    expect(marks.map((mark) => mark.textContent)).toEqual(["7", "Team *A", "12"]);
    for (const mark of marks) {
      expect(mark).toHaveAccessibleDescription("Not found in the records that this answer read");
    }
    expect(screen.getByRole("link")).toHaveTextContent("Team *A*");
    expect(screen.getByRole("cell", { name: "12" })).toBeInTheDocument();
    expect(container).toHaveTextContent("There are 7 programs in Team *A*, 3 of them late.");
  });

  it("says which field of which record a checked value is, where one points at it", () => {
    const text = "| Program | Launch |\n| --- | --- |\n| A | 15 Sep 2026 |";
    const from = text.indexOf("15 Sep");
    const record = { type: portfolio.Entity.Program, id: "a", label: "A" };
    const field = portfolio.Field.LaunchDate;
    show(text, [], [{ from, to: from + 11, record, field, value: "2026-09-15" }]);
    expect(screen.getByTitle("Launch of A: 15 Sep 2026, as the records say")).toHaveTextContent(
      "15 Sep 2026",
    );
    expect(screen.getByRole("cell", { name: "15 Sep 2026" }).className).not.toBe("");
  });

  it("leaves a text alone where a stretch cannot be placed", () => {
    const { container } = show("A &amp; B are 3", [{ from: 0, to: 9 }]);
    expect(container.querySelector("mark")).toBeNull();
    expect(container).toHaveTextContent("A & B are 3");
  });

  it.each([
    [
      "counts",
      "| Status | Programs |\n| --- | --- |\n| At Risk | 1,000 |\n| Off Track | **250** |",
      ["1", "0.25"],
    ],
    ["percents", "| Team | Progress |\n| --- | --- |\n| A | 82.5 % |\n| B | 40 % |", ["0.825", "0.4"]],
    [
      "the first column of figures",
      "| A | B | C |\n| --- | --- | --- |\n| a | x | 1 |\n| b | y | 2 |",
      ["0.5", "1"],
    ],
  ])("draws a bar beside each figure of groups: %s", (_name, text, shares) => {
    const { container } = show(text);
    const bars = [...container.querySelectorAll<HTMLElement>("td [aria-hidden]")];
    expect(bars.map((bar) => bar.style.getPropertyValue("--share"))).toEqual(shares);
  });

  it.each([
    [
      "a list of records",
      "| Program | Risks |\n| --- | --- |\n| [A](#/program/a) | 1 |\n| [B](#/program/b) | 2 |",
    ],
    ["a single row", "| Status | Programs |\n| --- | --- |\n| At Risk | 12 |"],
    ["what is not all figures", "| Team | Progress |\n| --- | --- |\n| A | 82 % |\n| B | not reported |"],
    ["nothing but zeros", "| Status | Programs |\n| --- | --- |\n| At Risk | 0 |\n| Off Track | 0 |"],
    ["days", "| Quarter | Launch |\n| --- | --- |\n| Q1 | 3 Feb 2027 |\n| Q2 | 4 Apr 2027 |"],
  ])("draws no bars for %s", (_name, text) => {
    const { container } = show(text);
    expect(container.querySelectorAll("td [aria-hidden]")).toHaveLength(0);
  });

  it("draws tables", () => {
    show("| Status | Programs |\n| --- | --- |\n| At Risk | 7 |");
    expect(screen.getByRole("cell", { name: "7" })).toBeInTheDocument();
  });
});
