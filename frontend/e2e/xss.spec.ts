import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { Endpoint } from "./endpoint";
import { crowded, expectHarmless, hostile, hostilePortfolio, hostileTable, watch } from "./hostile";
import { ask, drop, expect, test } from "./test";

interface Go {
  Views: { Save: (view: object) => Promise<unknown> };
  Engines: { Save: (endpoint: object) => Promise<{ id: string }> };
  Desk: { SetHouse: (house: object) => Promise<unknown> };
  Chat: {
    Send: (
      conversation: string,
      text: string,
      scope: object,
      engine: string,
    ) => Promise<{ conversation_id: string }>;
    Rename: (conversation: string, title: string) => Promise<unknown>;
  };
  Reports: {
    Create: (request: object, ticket: string) => Promise<{ id: string }>;
    SetNarrative: (id: string, text: string) => Promise<unknown>;
  };
  Programs: {
    Delete: (id: string, revision: number) => Promise<unknown>;
    Get: (id: string) => Promise<{ program: { revision: number } }>;
  };
}

/** What the texts are put into that no file has: views, engines, the house, conversations, narratives, the trash. */
async function fill(page: Page, address: string): Promise<string[]> {
  return page.evaluate(
    async ({ texts, address }) => {
      const go = (window as unknown as { go: { app: Go } }).go.app;
      for (const [i, text] of texts.entries()) {
        if (i % 6 === 0)
          await go.Views.Save({
            id: "",
            name: `${text} ${i}`,
            page: "programs",
            address: text,
            query: { of: "program", text: "alert" },
            pinned: i % 12 === 0,
          });
        if (i % 40 === 0)
          await go.Engines.Save({
            id: "",
            name: `${text} ${i}`,
            base_url: address,
            model: text || "x",
            context: 0,
            tools: "no",
          });
      }
      await go.Engines.Save({
        id: "",
        name: "Parrot",
        base_url: address,
        model: "parrot",
        context: 0,
        tools: "no",
      });
      await go.Desk.SetHouse({ name: (texts[0] ?? "").slice(0, 79), logo: "", accent: "#4350d2" });
      for (const text of texts.filter((_, i) => i % 30 === 0)) {
        const { conversation_id } = await go.Chat.Send("", `How many ${text}?`, { program_id: "" }, "");
        await go.Chat.Rename(conversation_id, text.slice(0, 60));
      }
      for (let i = 1; i < 60; i += 2) {
        const { program } = await go.Programs.Get(`p${i}`);
        await go.Programs.Delete(`p${i}`, program.revision);
      }
      const reports: string[] = [];
      for (const [i, kind] of ["executive", "steering", "milestones"].entries()) {
        const made = await go.Reports.Create({ kind, scope: { view: "", program: "" } }, "").catch(
          () => undefined,
        );
        if (!made) continue;
        await go.Reports.SetNarrative(made.id, texts.join("\n\n").slice(i * 8_000, (i + 1) * 8_000));
        reports.push(made.id);
      }
      return reports;
    },
    { texts: hostile, address },
  );
}

/** Opens what shows records beside the pages: the palette, menus, the dialogs of records, the peek of a row. */
async function openDialogs(page: Page, desk: Desk, faults: string[]): Promise<void> {
  const look = async (what: string) => {
    await expectHarmless(page, faults, what);
    await page.keyboard.press("Escape");
  };
  await page.goto(`${desk.url}#/program/${crowded}`);
  for (const [region, name] of [
    ["Risks", "Edit risk"],
    ["Milestones", "Edit milestone"],
  ] as const) {
    const part = page.getByRole("region", { name: region });
    await part.getByRole("button", { name: /^Edit/ }).first().click();
    await expect(page.getByRole("dialog", { name })).toBeVisible();
    await look(name);
    await expect(page.getByRole("dialog", { name })).toBeHidden();
  }
  await page.goto(`${desk.url}#/programs`);
  for (const text of ["alert", "script", "evil"]) {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search, do or ask" }).fill(text);
    await expect(page.getByRole("option").nth(3)).toBeVisible();
    await look(`the palette with ${text}`);
    await expect(page.getByRole("dialog", { name: "Search, do or ask" })).toBeHidden();
  }
  await page.getByRole("button", { name: /views/i }).first().click();
  await look("the menu of saved views");
}

/** Asks the analyst and a model, which says all texts, and looks at the list of conversations. */
async function askAll(page: Page, desk: Desk, faults: string[]): Promise<void> {
  const assistant = page.getByRole("complementary", { name: "Assistant" });
  await page.goto(`${desk.url}#/overview`);
  for (const question of [
    "Which programs are Off Track?",
    "Show all open High risks",
    "Which milestones are overdue?",
    "Group programs by owner",
    "Describe the program All <script>alert(1)</script>",
    "Draft a status update for All <script>alert(1)</script>",
    "Rename All <script>alert(1)</script> to <img src=x onerror=alert(1)>",
  ]) {
    await ask(page, question);
    await expectHarmless(page, faults, question);
  }
  await assistant.getByRole("button", { name: /^What answers/ }).click();
  await page.getByRole("menuitem", { name: /^Parrot/ }).click();
  const answer = await ask(page, "Say everything");
  await expect(answer).toContainText("alert(1)");
  await expectHarmless(page, faults, "what a model says");
  await assistant
    .getByRole("button", { name: /conversations/i })
    .first()
    .click();
  await expectHarmless(page, faults, "the list of conversations");
  await page.keyboard.press("Escape");
}

/** Pages that show no text of a record. */
const withoutTexts = ["#/reports", "#/activity", "#/program/<img src=x onerror=alert(1)>"];

test.use({ actionTimeout: 20_000 });

test("no text of a record, a file or a model runs, loads or changes anything, on any page", async ({
  ownDesk,
  openWindow,
  page,
}) => {
  test.setTimeout(240_000);
  const folder = test.info().outputPath();
  const file = join(folder, "hostile.json");
  // Written by hand, so that a field is called "__proto__" in the file itself.
  writeFileSync(
    file,
    JSON.stringify(hostilePortfolio()).replace(
      '{"id":"crowded"',
      '{"__proto__":{"polluted":true},"id":"crowded"',
    ),
  );
  const table = join(folder, "hostile <img src=x onerror=alert(1)>.csv");
  writeFileSync(table, hostileTable());
  const endpoint = await Endpoint.start(hostile.map((text) => text.replaceAll("\0", "")).join("\n\n"));
  const desk = await ownDesk({ portfolio: { file, asOf: "2026-01-31" }, save: join(folder, "saved.file") });
  await page.setViewportSize({ width: 1600, height: 4_000 });
  const faults = watch(page, desk);
  await openWindow(desk, "#/settings");
  const reports = await fill(page, endpoint.url);
  expect(reports.length).toBeGreaterThan(1);
  await page.reload(); // engines are read once

  const go = async (address: string) => {
    await page.goto(desk.url + address);
    await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("main").locator("[aria-busy=true]")).toHaveCount(0);
    if (!withoutTexts.includes(address))
      await expect(page.getByRole("main")).toContainText("alert(1)", { timeout: 40_000 });
    await expectHarmless(page, faults, address);
  };
  for (const address of [
    ...[
      "#/overview",
      "#/programs",
      "#/programs?view=board",
      "#/programs?view=timeline",
      "#/risks",
      "#/milestones",
      "#/objectives",
    ],
    ...[
      "#/reports",
      "#/activity",
      "#/activity?show=deleted",
      "#/activity?show=changes",
      "#/settings",
      `#/program/${crowded}`,
    ],
    ...reports.map((id) => `#/report/${id}`),
    ...hostile
      .filter((_, i) => i % 2 === 0 && i % 24 === 0)
      .map((text, i) => `#/program/${encodeURIComponent(`${i * 24} ${text}`.replaceAll("\0", ""))}`),
    ...[
      `#/programs?text=${encodeURIComponent("<img src=x onerror=alert(1)>")}`,
      "#/program/<img src=x onerror=alert(1)>",
    ],
  ])
    await go(address);

  await openDialogs(page, desk, faults);
  await askAll(page, desk, faults);

  await page.goto(`${desk.url}#/programs`);
  await drop(page, table);
  const wizard = page.getByRole("dialog", { name: "Import programs" });
  for (const part of ["New", "Rejected", "Notes"]) {
    await wizard.getByRole("radio", { name: part }).click();
    await expect(wizard.getByText("alert(1)").first()).toBeVisible();
    await expectHarmless(page, faults, `the check of a file, ${part}`);
  }
  await wizard.getByRole("button", { name: "Change columns" }).click();
  await expect(wizard.getByText("alert(1)").first()).toBeVisible();
  await expectHarmless(page, faults, "the columns of a file");
  await page.keyboard.press("Escape");

  await page.goto(`${desk.url}#/programs`);
  await page.evaluate(() =>
    window.wails.EventsNotify(JSON.stringify({ name: "window:closing", data: [{}] })),
  );
  await expect.poll(() => existsSync(join(desk.dataDir, "page.json"))).toBe(true);
  await page.reload();
  await expectHarmless(page, faults, "the page that was kept");
  await endpoint.stop();
});
