import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import JSZip from "jszip";
import { expect, expectAccessible, test } from "./test";
import { grid, iso } from "./timeline-page";

/** More programs than Go tells about at once, and far more than are in sight; one of them has no date. */
const count = 620;
const programs = Array.from({ length: count }, (_, i) => ({
  id: `p${i}`,
  name: `Program ${String(i).padStart(3, "0")}`,
  status: i % 2 === 0 ? "At Risk" : "On Track",
  progress: 40,
  start_date: i === 1 ? null : iso(-400 + i),
  launch_date: i === 1 ? null : iso(i),
  milestones:
    i === count - 1
      ? [{ id: "pilot", program_id: `p${i}`, name: "Last pilot", due_date: iso(700), status: "Planned" }]
      : [],
}));

const head = (path: string) => (existsSync(path) ? readFileSync(path).subarray(0, 4).toString("latin1") : "");

test("the whole timeline is saved in each kind of file, with what the list is narrowed to", async ({
  ownDesk,
  openWindow,
  writePortfolio,
}) => {
  test.setTimeout(120_000);
  const path = join(mkdtempSync(join(tmpdir(), "portfolio-ai-timeline-")), "timeline.file");
  const desk = await ownDesk({ portfolio: { file: writePortfolio(programs), asOf: iso(-40) }, save: path });
  const page = await openWindow(desk, "#/programs?view=timeline");
  await expect(grid(page).getByRole("row").nth(1)).toBeVisible();
  const button = page.getByRole("button", { name: "Save as", exact: true });
  const save = async (format: string) => {
    await button.click();
    await page.getByRole("menuitem", { name: format }).click();
  };
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "PowerPoint" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
  await expectAccessible(page);

  for (const [format, begin] of [
    ["SVG", "<svg"],
    ["PNG", "\u0089PNG"],
    ["PDF", "%PDF"],
    ["PowerPoint", "PK\u0003\u0004"],
  ] as const) {
    await save(format);
    await expect.poll(() => head(path), { timeout: 45_000 }).toBe(begin);
    await expect(button).toBeEnabled();
    if (format === "SVG") {
      const svg = readFileSync(path, "utf8");
      expect(svg.match(/>Program \d{3}</g)).toHaveLength(count - 1);
      expect(svg).toContain("Last pilot");
      expect(svg).toContain(`${count - 1} programs, as of`);
      expect(svg).toContain("One more program has no date.");
    }
    if (format === "PNG") {
      const size = readFileSync(path);
      const [width, height] = [size.readUInt32BE(16), size.readUInt32BE(20)];
      expect(width).toBeGreaterThan(960);
      expect(height).toBeGreaterThan(10 * width);
    }
  }
  await expect(page.getByText(path).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Open folder" }).first()).toBeVisible();

  const slides = async () => {
    const { files } = await JSZip.loadAsync(readFileSync(path));
    const names = Object.keys(files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    return Promise.all(names.map(async (name) => (await files[name]?.async("string")) ?? ""));
  };
  const named = (xml: string[]) =>
    new Set(xml.flatMap((slide) => slide.match(/Program \d{3}(?=<\/a:t>)/g) ?? []));
  const all = await slides();
  expect(named(all).size).toBe(count - 1);
  expect(all.every((slide) => slide.includes("Launch</a:t>"))).toBe(true);
  expect(all.join("")).not.toContain("<p:pic>");

  await openWindow(desk, "#/programs?view=timeline&status=On+Track&q=Program+00");
  await save("PowerPoint");
  await expect.poll(async () => named(await slides()).size, { timeout: 45_000 }).toBe(4);
  const [first = ""] = await slides();
  expect(first).toContain("Status: On Track");
  expect(first).toContain("With “Program 00”");
});
