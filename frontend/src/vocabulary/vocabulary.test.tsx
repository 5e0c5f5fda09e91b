import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Age, LaunchDate } from "./day";
import { Progress } from "./progress";
import { HighRisks } from "./severity";
import { StatusChip } from "./status-chip";

describe("what is not reported", () => {
  it("is said, never guessed", () => {
    render(<StatusChip status={null} />);
    render(<Progress percent={null} tone="none" />);
    render(<Age day={null} />);
    render(<LaunchDate program={{ launch_date: null, status: "On Track" }} />);
    expect(screen.getByText("Not reported")).toBeInTheDocument();
    expect(screen.getByText("never")).toBeInTheDocument();
    expect(screen.getByText("no date")).toBeInTheDocument();
    expect(screen.queryByText("0 %")).not.toBeInTheDocument();
  });

  it("is not the same as nothing done", () => {
    render(<Progress percent={0} tone="good" />);
    expect(screen.getByText("0 %")).toBeInTheDocument();
  });
});

describe("HighRisks", () => {
  it("names its number for screen readers", () => {
    render(<HighRisks count={2} />);
    expect(screen.getByRole("img", { name: "2 open High risks" })).toBeInTheDocument();
  });

  it("is not there without any", () => {
    const { container } = render(<HighRisks count={0} />);
    expect(container).toBeEmptyDOMElement();
  });
});
