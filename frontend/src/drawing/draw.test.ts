import i18next from "i18next";
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { installedFont } from "../../samples/installed-font";
import { drawReportFile, takePen } from "./draw";
import { drawTimelineFile, wholeRange } from "./draw-timeline";
import type { Report, TimelineRow } from "./report";
import { drawReport } from "./sheets";
import { slide, type Element } from "./sheet";
import { timeScale } from "./time-scale";
import { drawingWords } from "./words";

const words = drawingWords(i18next.t, "en");
const house = { name: "House", logo: "", accent: "#123456" };
const look = { house, words, font: installedFont };
const cell = (text: string) => ({ text, tone: "neutral" as const });
const column = { label: "Program", kind: "text", unit: "", align: "start", weight: 1 } as const;

const reportOf = (names: string[]): Report => ({
  kind: "steering",
  title: "Steering pack",
  scope: "Whole portfolio",
  as_of: "2026-11-30",
  since: null,
  pages: [
    {
      title: "All programs",
      blocks: [
        {
          title: "",
          table: { columns: [column], rows: names.map((name) => ({ cells: [cell(name)] })), note: "" },
        },
      ],
    },
  ],
});

const many = Array.from({ length: 60 }, (_, i) => `Program ${i + 1}`);
const tables = (elements: Element[]) =>
  elements.flatMap((element) => (element.kind === "table" ? [element] : []));

describe("a drawn report", () => {
  it("breaks a table between rows, with its header on each sheet and no row lost", async () => {
    const { sheets } = drawReport(await takePen(look), reportOf(many), house, slide);
    expect(sheets.length).toBeGreaterThan(1);
    expect(sheets[1]?.title).toBe(`All programs (2 of ${sheets.length})`);
    const parts = sheets.flatMap(({ elements }) => tables(elements));
    expect(parts.map(({ rows }) => rows[0]?.cells[0]?.text)).toEqual(sheets.map(() => "Program"));
    expect(parts.flatMap(({ rows }) => rows.slice(1).map(({ cells }) => cells[0]?.text))).toEqual(many);
  });

  it("has a one-pager on one slide in readable text, its tables cut where they must be, and says so", async () => {
    const page = reportOf(many).pages[0];
    const one: Report = {
      ...reportOf([]),
      kind: "executive",
      pages: [
        {
          title: "Executive summary",
          blocks: ["Launches", "Top risks", "Next"].flatMap((title) =>
            (page?.blocks ?? []).map((block) => ({ ...block, title })),
          ),
        },
      ],
    };
    const { sheets } = drawReport(await takePen(look), one, house, slide);
    expect(sheets).toHaveLength(1);
    const elements = sheets[0]?.elements ?? [];
    const counts = tables(elements).map(({ rows }) => rows.length - 1);
    expect(counts).toHaveLength(3);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(10);
    expect(Math.min(...tables(elements).map(({ size }) => size))).toBeGreaterThanOrEqual(9);
    const texts = elements.flatMap((element) => (element.kind === "text" ? [element.text] : []));
    expect(texts).toEqual(expect.arrayContaining(counts.map((count) => `The first ${count} of 60.`)));
  });

  it("keeps everything on the sheet", async () => {
    const { sheets } = drawReport(await takePen(look), reportOf([...many, "x".repeat(4000)]), house, slide);
    const bottoms = sheets.flatMap(({ elements }) =>
      tables(elements).map(({ y, rows }) => rows.reduce((sum, { height }) => sum + height, y)),
    );
    expect(Math.max(...bottoms)).toBeLessThanOrEqual(slide.h - 34);
  });

  it.each(["pptx", "pdf"] as const)(
    "is the same %s each time",
    async (format) => {
      const draw = () => drawReportFile(format, reportOf(many), look);
      expect(Buffer.compare(await draw(), await draw())).toBe(0);
    },
    20_000, // it embeds two fonts, twice
  );

  it("takes no time from the clock", async () => {
    const archive = await JSZip.loadAsync(await drawReportFile("pptx", reportOf(many), look));
    const properties = await archive.file("docProps/core.xml")?.async("string");
    expect(properties?.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)).toEqual([
      "2026-11-30T00:00:00Z",
      "2026-11-30T00:00:00Z",
    ]);
    expect(new Set(Object.values(archive.files).map(({ date }) => date.toISOString()))).toEqual(
      new Set(["2026-11-30T00:00:00.000Z"]),
    );
  });

  it("takes text as text: no markup, no control characters", async () => {
    const bytes = await drawReportFile("pptx", reportOf(["<b>A & B</b>\u0000\u202e\ud800"]), look);
    const xml = await (await JSZip.loadAsync(bytes)).file("ppt/slides/slide1.xml")?.async("string");
    expect(xml).toContain("&lt;b&gt;A &amp; B&lt;/b&gt;</a:t>");
  });
});

describe("a timeline", () => {
  const row: TimelineRow = {
    label: "Aurora <1>",
    start: "2025-11-17",
    end: "2026-02-03",
    progress: 50,
    tone: "green",
    milestones: [{ date: "2026-05-20", label: "Pilot", state: "planned" }],
  };

  it("covers all days of its rows, in whole months", () => {
    expect(wholeRange([row], "2026-01-01")).toMatchObject({ from: "2025-11-01", to: "2026-05-31" });
    expect(wholeRange([{ ...row, start: null, end: null, milestones: [] }], "2026-01-01")).toBeUndefined();
  });

  it("names months where they have room, quarters where they have not, and years at last", () => {
    const fine = (to: string) => timeScale("2020-01-01", to, 0, 600, (day) => day).rows.at(-1)?.length;
    expect(fine("2020-12-31")).toBe(12);
    expect(fine("2024-12-31")).toBe(20);
    expect(fine("2049-12-31")).toBe(30);
  });

  it("is an SVG of text and shapes without a script", async () => {
    const timeline = wholeRange([row], "2026-01-01");
    if (!timeline) throw new Error("no timeline");
    const svg = await drawTimelineFile(
      "svg",
      timeline,
      { title: "Timeline", stated: ["Status: On Track"] },
      look,
    ).then((bytes) => new TextDecoder().decode(bytes));
    expect(svg).toContain("Aurora &lt;1&gt;</text>");
    expect(svg).toContain("Status: On Track");
    expect(svg).not.toMatch(/<script|NaN|undefined/);
  });
});
