/**
 * Draws reports as files: node_modules/.bin/jiti samples/draw-samples.ts FOLDER. For each report FOLDER/NAME.json it writes
 * NAME.pptx and NAME.pdf beside it, and of a steering pack its timeline, over the whole range, as NAME-timeline.pptx, .pdf and .svg.
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import i18next from "i18next";
import { drawReportFile } from "../src/drawing/draw";
import { drawTimelineFile, wholeRange } from "../src/drawing/draw-timeline";
import type { Report } from "../src/drawing/report";
import { drawingWords } from "../src/drawing/words";
import { installedFont } from "./installed-font";
import { de } from "../src/strings/de/de";
import { en } from "../src/strings/en/en";

const [folder = ".", language = "en"] = process.argv.slice(2);
await i18next.init({
  resources: { en: { translation: en }, de: { translation: de } },
  lng: language,
  interpolation: { escapeValue: false },
});
const { t } = i18next;
const words = drawingWords(t, language);
const look = { house: { name: "Example House", logo: "", accent: "" }, words, font: installedFont };
for (const file of (await readdir(folder)).filter((name) => name.endsWith(".json")).sort()) {
  const report = JSON.parse(await readFile(path.join(folder, file), "utf8")) as Report;
  const to = path.join(folder, path.basename(file, ".json"));
  for (const format of ["pptx", "pdf"] as const) {
    await writeFile(`${to}.${format}`, await drawReportFile(format, report, look));
  }
  const timeline = report.pages.flatMap(({ blocks }) => blocks).find((block) => block.timeline)?.timeline;
  if (report.kind !== "steering" || !timeline) continue;
  const whole = wholeRange(timeline.rows, timeline.today) ?? timeline;
  const about = { title: t("page.timeline"), stated: [`${words.day(whole.from)} – ${words.day(whole.to)}`] };
  for (const format of ["pptx", "pdf", "svg"] as const) {
    await writeFile(`${to}-timeline.${format}`, await drawTimelineFile(format, whole, about, look));
  }
}
