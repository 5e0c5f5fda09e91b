import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { portfolio } from "../../bridge/model";
import { CheckedLine } from "./checked-line";

const bound: portfolio.Claim = { from: 0, to: 1, kind: "number", value: "3", bound: { function: "count" } };
const unbound: portfolio.Claim = { from: 2, to: 3, kind: "number", value: "4", bound: null };

describe("CheckedLine", () => {
  it.each([
    [[bound, bound], "All 2 figures checked against the records"],
    [[bound], "1 figure checked against the records"],
    [[bound, unbound, bound], "1 of 3 figures could not be checked"],
    [[unbound], "1 figure could not be checked"],
  ])("says how much is checked", (claims, text) => {
    render(<CheckedLine text="3 4" claims={claims} />);
    expect(screen.getByText(text)).toBeInTheDocument();
  });

  it("says nothing of an answer that states nothing", () => {
    const { container } = render(<CheckedLine text="Hello" claims={[]} />);
    expect(container).toBeEmptyDOMElement();
  });
});
