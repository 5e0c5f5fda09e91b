import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { ask, expect, expectAccessible, test } from "./test";

const history = (page: Page) => page.getByRole("region", { name: "Conversations" });
const rows = (page: Page) => history(page).getByRole("listitem");
const row = (page: Page, title: string) =>
  history(page).getByRole("button", { name: new RegExp(`^${title}`) });
const pinned = (page: Page) => history(page).getByRole("list", { name: "Pinned" }).getByRole("listitem");

/** Asks each question in a conversation of its own, and shows the list of all. */
async function talk(page: Page, ...questions: string[]): Promise<void> {
  for (const question of questions) {
    await page.getByRole("button", { name: "New conversation" }).click();
    await expect(page.getByRole("article")).toHaveCount(0);
    await ask(page, question);
  }
  await page.getByRole("button", { name: "Conversations", exact: true }).click();
  await expect(row(page, questions[0] ?? "")).toBeVisible();
}

test.describe("the conversations so far", () => {
  let desk: Desk;
  const saved = join(mkdtempSync(join(tmpdir(), "portfolio-ai-saved-")), "conversation.md");
  test.beforeEach(async ({ ownDesk, sampleFile }) => {
    desk = await ownDesk({ portfolio: { file: sampleFile, asOf: "2026-01-31" }, save: saved });
  });

  test("are found by words of titles and answers, which are marked", async ({ openWindow }) => {
    const page = await openWindow(desk);
    await talk(page, "How many programs are at risk?", "List the programs that are off track");
    await expect(history(page).getByRole("list", { name: "Today" }).getByRole("listitem")).toHaveCount(2);
    await expectAccessible(page);
    const find = history(page).getByRole("searchbox", { name: "Search conversations" });
    await find.fill("list off");
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page).locator("mark").first()).toHaveText("List");
    await expectAccessible(page);
    await find.fill("24");
    await expect(rows(page)).toHaveCount(2);
    await find.fill("nowhere to be read");
    await expect(history(page)).toContainText("No conversation holds these words");
    await find.press("Escape");
    await expect(rows(page)).toHaveCount(2);
    await find.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("log", { name: "Conversation" })).toContainText("How many programs");
  });

  test("are renamed, pinned and deleted by keyboard, and come back", async ({ openWindow }) => {
    const page = await openWindow(desk);
    await talk(page, "How many programs are at risk?", "How many programs are off track?");
    await row(page, "How many programs are off").focus();
    await page.keyboard.press("F2");
    const title = history(page).getByRole("textbox", { name: "Title of the conversation" });
    await title.fill("Steering in May");
    await page.keyboard.press("Enter");
    await expect(row(page, "Steering in May")).toBeFocused();
    await page.keyboard.press("F2");
    await title.fill("never mind");
    await page.keyboard.press("Escape");
    await expect(row(page, "Steering in May")).toBeFocused();

    await page.getByRole("button", { name: "Actions for How many programs are at risk?" }).click();
    await page.getByRole("menuitem", { name: "Pin" }).click();
    await expect(pinned(page)).toHaveCount(1);
    await page.reload();
    await page.getByRole("button", { name: "Conversations", exact: true }).click();
    await expect(pinned(page)).toContainText("How many programs are at risk?");

    await row(page, "Steering in May").focus();
    await page.keyboard.press("Delete");
    await expect(row(page, "Steering in May")).toBeHidden();
    await expect(row(page, "How many programs are at risk")).toBeFocused();
    // It was open: it is again when it comes back.
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(row(page, "Steering in May")).toBeVisible();
    await row(page, "Steering in May").click();
    await expect(page.getByRole("article")).toContainText("24");
    await desk.restart();
    await page.reload();
    await expect(page.getByRole("article")).toContainText("24");
  });

  test("are saved as Markdown with what was checked and what became of proposals", async ({ openWindow }) => {
    const page = await openWindow(desk);
    await talk(page, "How many programs are at risk?");
    await row(page, "How many programs").click();
    const answer = await ask(page, "List the programs that are off track");
    const program = await answer.getByRole("link").first().innerText();
    await ask(page, `Set the owner of "${program}" to Kim Lee`);
    await page.getByRole("button", { name: "Discard" }).click();
    await page.getByRole("button", { name: "Conversations", exact: true }).click();
    await page.getByRole("button", { name: /^Actions for How many/ }).click();
    await page.getByRole("menuitem", { name: "Save as Markdown…" }).click();
    await expect(page.getByText("Saved the conversation")).toBeVisible();
    const text = readFileSync(saved, "utf8");
    expect(text).toContain("# How many programs are at risk?");
    expect(text).toMatch(
      /> How many programs are at risk\?\n\n\*\*Built-in analyst\*\* · \d\d \w+ \d{4}, \d\d:\d\d · /,
    );
    expect(text).toMatch(/\*(All )?\d+ figures? checked against the records\*/);
    expect(text).toMatch(new RegExp(`\\| ${program} \\| Owner \\| .* \\| Kim Lee \\|`));
    expect(text).toContain("· Discarded");
    expect(text).not.toContain("#/program/");
  });
});
