import i18next from "i18next";
import { afterEach, describe, expect, it } from "vitest";
import { portfolio, type Status } from "../bridge/model";
import { speak } from "../strings/i18n";
import { isContradicted, reasonSentence } from "./health";

const rule = portfolio.HealthRule;

/** The sentence with the name of the record in brackets. */
function sentence(reason: Partial<portfolio.Reason> & Pick<portfolio.Reason, "rule">): string {
  const whole = { count: 1, record: "m", label: "Pilot <b>live</b>", date: null, amount: 0, ...reason };
  const { before, record, after } = reasonSentence(i18next.t, i18next.language, "2026-03-04", whole);
  return before + (record === undefined ? "" : `[${record}]`) + after;
}

afterEach(() => speak("en"));

describe("a reason of the assessed health", () => {
  it.each<[Parameters<typeof sentence>[0], string]>([
    [
      { rule: rule.LateMilestone, date: "2026-03-03" },
      "[Pilot <b>live</b>] was due 03 Mar 2026 and is 1 day late.",
    ],
    [
      { rule: rule.LateMilestone, date: "2026-03-01", count: 3 },
      "3 milestones are late, first [Pilot <b>live</b>], due 01 Mar 2026, by 3 days.",
    ],
    [{ rule: rule.SlippedMilestone, amount: 45 }, "[Pilot <b>live</b>] slipped 45 days from its baseline."],
    [
      { rule: rule.LaunchPassed, date: "2026-02-22" },
      "The launch was planned for 22 Feb 2026, 10 days ago, and the program is still live.",
    ],
    [{ rule: rule.UnmitigatedRisk }, "[Pilot <b>live</b>] is an open High risk without mitigation."],
    [
      { rule: rule.BehindPlan, amount: 30 },
      "Progress is 30 points behind the time elapsed from start to launch.",
    ],
    [{ rule: rule.Stale, date: "2026-01-03" }, "The last status update is 60 days old."],
    [{ rule: rule.Stale }, "There never was a status update."],
    [{ rule: rule.NotComplete, count: 0, amount: 80 }, "It is declared Completed with progress at 80 %."],
    [
      { rule: rule.NotComplete, amount: 100 },
      "It is declared Completed, but [Pilot <b>live</b>] is still open.",
    ],
  ])("%j reads as a sentence in which names are only names", (reason, text) => {
    expect(sentence(reason)).toBe(text);
  });

  it("reads as a German sentence too", async () => {
    await speak("de");
    expect(sentence({ rule: rule.LateMilestone, date: "2026-03-01" })).toBe(
      "[Pilot <b>live</b>] war am 01.03.2026 fällig: 3 Tage Verzug.",
    );
  });
});

describe("isContradicted", () => {
  it.each<[Status | null, Status | null, boolean]>([
    ["On Track", "At Risk", true],
    ["At Risk", "Off Track", true],
    ["At Risk", "At Risk", false],
    ["Off Track", "On Track", false],
    ["Completed", "At Risk", false],
    [null, "Off Track", false],
    ["On Track", null, false],
  ])("declared %s, assessed %s: %s", (declared, assessed, wanted) => {
    expect(isContradicted(declared, assessed)).toBe(wanted);
  });
});
