import type { Page, Route } from "@playwright/test";
import type { Desk } from "./desk";
import { ask, expect, test } from "./test";

const composer = (page: Page) => page.getByRole("textbox", { name: "Message to the assistant" });
/** How long an answer took. */
const took = /^[\d.]+ s$/;
const answer = (page: Page) => page.getByRole("article").last();

test("an answer comes with its figure, its table and links to its records", async ({
  openWindow,
  sampleDesk,
}) => {
  const page = await openWindow(sampleDesk);
  await composer(page).fill("List the programs that are off track");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(answer(page)).toContainText("24");
  await expect(answer(page)).toHaveAttribute("aria-busy", "false"); // its links are drawn anew while it grows
  const citation = answer(page).getByRole("link").first();
  const name = await citation.innerText();
  await citation.click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  // The open program is now what questions are about.
  await expect(page.getByRole("complementary", { name: "Assistant" })).toContainText(name);
});

test("Enter sends and Shift+Enter breaks the line", async ({ openWindow, sampleDesk }) => {
  const page = await openWindow(sampleDesk);
  await page.getByRole("button", { name: "New conversation" }).click();
  await composer(page).fill("How many programs");
  await composer(page).press("Shift+Enter");
  await composer(page).pressSequentially("are there?");
  await expect(composer(page)).toHaveValue("How many programs\nare there?");
  await composer(page).press("Control+Enter");
  await expect(answer(page)).toContainText("120");
  await composer(page).fill("How many are at risk?");
  await composer(page).press("Enter");
  await expect(page.getByRole("article")).toHaveCount(2);
  await expect(answer(page)).toContainText("24");
});

test("the panel hides, comes back, and keeps its width", async ({ openWindow, sampleDesk }) => {
  const page = await openWindow(sampleDesk);
  const line = page.getByRole("separator", { name: "Width of the assistant" });
  await line.focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(line).toHaveAttribute("aria-valuenow", "416");
  await page.keyboard.press("Control+j");
  await expect(composer(page)).toBeHidden();
  await page.reload();
  await expect(composer(page)).toBeHidden();
  await page.getByRole("button", { name: "Assistant" }).click();
  await expect(composer(page)).toBeFocused();
  await expect(line).toHaveAttribute("aria-valuenow", "416");
});

test("the composer gets the keyboard also where its code is still on its way", async ({
  openWindow,
  sampleDesk,
}) => {
  const page = await openWindow(sampleDesk);
  const held: Route[] = [];
  await page.route(/conversation-.*\.js/, (route) => {
    held.push(route);
  });
  await page.keyboard.press("Control+j");
  await page.reload();
  const button = page.getByRole("button", { name: "Assistant" });
  await button.click();
  await expect(button).toBeHidden();
  await expect(composer(page)).toHaveCount(0);
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await Promise.all(held.map((route) => route.continue()));
  await expect(composer(page)).toBeFocused();
});

test("text of records is text: no HTML, no images, no foreign links", async ({ openWindow, ownDesk }) => {
  const desk = await ownDesk({});
  const page = await openWindow(desk);
  await page.getByRole("button", { name: "Start with an empty portfolio" }).click();
  const name = "<img src=x onerror=alert(1)> ![a](http://x.test/a.png) [b](http://x.test)";
  const dialog = page.getByRole("dialog", { name: "New program" });
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(await ask(page, "List all programs")).toContainText("onerror");
  await expect(page.locator("img")).toHaveCount(0);
  await expect(page.locator("a[href*='x.test']")).toHaveCount(0);
});

test.describe("while an answer is slow", () => {
  let desk: Desk;
  test.beforeAll(async ({ startDesk, sampleFile }) => {
    desk = await startDesk({ portfolio: { file: sampleFile, asOf: "2026-01-31" }, pace: "slow" });
  });
  test.afterAll(() => desk.stop());

  async function askSlowly(page: Page) {
    await page.getByRole("button", { name: "New conversation" }).click();
    await expect(page.getByRole("article")).toHaveCount(0);
    await composer(page).fill("List the programs that are off track");
    await composer(page).press("Enter");
    await expect(answer(page)).toContainText("24");
    await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
  }

  test("Stop ends it at once and keeps the text so far", async ({ openWindow }) => {
    const page = await openWindow(desk);
    await askSlowly(page);
    await page.getByRole("button", { name: "Stop" }).click();
    await expect(page.getByRole("button", { name: "Send" })).toBeVisible({ timeout: 1_000 });
    await expect(answer(page)).toContainText("Stopped");
    const text = await answer(page).innerText();
    await page.waitForTimeout(400);
    expect(await answer(page).innerText()).toBe(text);
  });

  test("a reload in the middle goes on, and the text comes out whole", async ({ openWindow, sampleDesk }) => {
    const whole = await openWindow(sampleDesk);
    await whole.getByRole("button", { name: "New conversation" }).click();
    await expect(whole.getByRole("article")).toHaveCount(0);
    await ask(whole, "List the programs that are off track");
    await expect(answer(whole).getByRole("row").nth(5)).toBeVisible();
    const said = (page: Page) => answer(page).locator("p, td").filter({ hasNotText: took }).allInnerTexts();
    const wanted = await said(whole);

    const page = await openWindow(desk);
    await askSlowly(page);
    await page.reload();
    await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
    const middle = (await answer(page).innerText()).length;
    await expect(page.getByRole("button", { name: "Send" })).toBeVisible({ timeout: 40_000 });
    expect((await answer(page).innerText()).length).toBeGreaterThan(middle);
    expect(await said(page)).toEqual(wanted);
  });

  test("a conversation is there again after a restart", async ({ openWindow }) => {
    const page = await openWindow(desk);
    await askSlowly(page);
    await page.getByRole("button", { name: "Stop" }).click();
    await expect(answer(page)).toContainText("Stopped");
    await desk.restart();
    await page.reload();
    await expect(answer(page)).toContainText("24");
  });
});
