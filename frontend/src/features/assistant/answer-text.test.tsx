import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterContextProvider,
} from "@tanstack/react-router";
import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { AnswerText } from "./answer-text";

function show(text: string) {
  const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });
  return render(
    // The addresses of the real routes do not matter here, only which texts become links.
    <RouterContextProvider router={router as never}>
      <AnswerText text={text} />
    </RouterContextProvider>,
  );
}

describe("AnswerText", () => {
  it("makes links of records only", () => {
    show(
      "[Cobalt](#/program/p1) [evil](javascript:alert(1)) [out](https://example.org) <https://example.org/x>",
    );
    expect(screen.getAllByRole("link")).toHaveLength(1);
    expect(screen.getByRole("link", { name: "Cobalt" })).toBeInTheDocument();
    expect(screen.getByText("evil")).toBeInTheDocument();
  });

  it("shows HTML as text and loads no image", () => {
    const { container } = show("<b>bold</b> <script>alert(1)</script> ![chart](https://example.org/a.png)");
    expect(container.querySelector("b, script, img")).toBeNull();
    expect(container).toHaveTextContent("<b>bold</b>");
    expect(container).toHaveTextContent("chart");
  });

  it("draws tables", () => {
    show("| Status | Programs |\n| --- | --- |\n| At Risk | 7 |");
    expect(screen.getByRole("cell", { name: "7" })).toBeInTheDocument();
  });
});
