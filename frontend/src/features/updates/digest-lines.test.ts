import i18next from "i18next";
import { describe, expect, it } from "vitest";
import { portfolio } from "../../bridge/model";
import { digestLines, updateText } from "./digest-lines";

const digest: portfolio.UpdateDigest = {
  since: "2026-01-01",
  days: 20,
  fields: [
    {
      entity: portfolio.Entity.Program,
      id: "p",
      label: "Heron",
      program_id: "p",
      field: "launch_date",
      before: null,
      after: "2026-09-15",
    },
  ],
  milestones: [
    { id: "m", name: "Pilot", what: "moved", day: "2026-03-04", slip: -3 },
    { id: "n", name: "Report", what: "done", day: "2026-01-05", slip: 0 },
  ],
  risks: [
    { id: "r", title: "No ferry", what: "opened", severity: "High" },
    { id: "s", title: "Ice", what: "closed", severity: null },
  ],
};

describe("the lines of a digest", () => {
  it("say a fact each", () => {
    expect(digestLines(i18next.t, "en", digest).map(({ text }) => text)).toEqual([
      "Launch: Not reported → 15 Sep 2026",
      "Pilot moved to 04 Mar 2026, 3 d earlier",
      "Report done on 05 Jan 2026",
      "New risk: No ferry (High)",
      "Risk closed: Ice",
    ]);
  });

  it("stand in the text of the update below what its author wrote", () => {
    const [line] = digestLines(i18next.t, "en", digest);
    expect(updateText(i18next.t, " On the way. ", line ? [line] : [], "Two boats")).toBe(
      "On the way.\n\nSince the last update\n– Launch: Not reported → 15 Sep 2026\n\nWhat is needed from others\nTwo boats",
    );
    expect(updateText(i18next.t, "", [], " ")).toBe("");
  });
});
