import type { Desk } from "./desk";
import { dayFrom, herons } from "./heron";
import { ask, expect, expectAccessible, test } from "./test";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test.describe("a draft of the assistant", () => {
  let desk: Desk;
  test.beforeEach(async ({ ownDesk, writePortfolio }) => {
    desk = await ownDesk({ portfolio: { file: writePortfolio(herons), asOf: dayFrom(-10) } });
  });

  test("is copied as Markdown and as HTML, without links", async ({ openWindow }) => {
    const page = await openWindow(desk);
    const answer = await ask(page, "prepare a steering note on Heron");
    await expect(answer.getByRole("heading", { name: "Steering note: Heron" })).toBeVisible();
    await expect(answer).toContainText(/All \d+ figures checked/);
    await expect(answer.getByRole("button", { name: "Put into the update composer" })).toHaveCount(0);
    await expectAccessible(page);

    await answer.getByRole("button", { name: "Copy the answer" }).click();
    await expect(page.getByText("Copied", { exact: true })).toBeAttached();
    const [markdown, html] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item?.getType(type))?.text();
      return Promise.all([read("text/plain"), read("text/html")]);
    });
    expect(markdown).toMatch(/^## Steering note: Heron\n/);
    expect(markdown).toContain("- No ferry: severity High");
    expect(html).toContain("Steering note: Heron</h2>");
    expect(`${markdown}${html}`).not.toContain("#/");
  });

  test("goes into the composer, which posts nothing by itself, and below what was written there", async ({
    openWindow,
  }) => {
    const page = await openWindow(desk, "#/program/heron");
    await page.getByRole("button", { name: "Write update" }).click();
    const text = page.getByRole("textbox", { name: "What happened, and what comes next" });
    await text.fill("Ada wrote this.");
    await page.getByRole("link", { name: "Overview", exact: true }).click();

    const answer = await ask(page, "draft a status update for Heron");
    await answer.getByRole("button", { name: "Put into the update composer" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Heron");
    await expect(text).toBeFocused();
    await expect(text).toHaveValue(/^Ada wrote this\.\n\nHeron is declared On Track/);
    await expect(text).toHaveValue(/\n\nOpen risks\n– No ferry: severity High, status Open/);
    await expect(text).not.toHaveValue(/#|\*\*|Status update:/);
    const form = page.locator("form").filter({ hasText: "What happened" });
    await expect(form.getByRole("combobox", { name: "Status" })).toContainText("On Track");
    await expect(form.getByRole("textbox", { name: "Progress" })).toHaveValue("40");
    const feed = page.getByRole("region", { name: "Status updates" });
    await expect(feed.getByRole("listitem").filter({ hasText: "Heron is declared" })).toHaveCount(0);
    await expectAccessible(page);

    await answer.getByRole("button", { name: "Put into the update composer" }).click();
    await expect.poll(async () => (await text.inputValue()).split("\nOpen risks\n").length).toBe(2);

    await form.getByRole("button", { name: "Post update" }).click();
    await expect(form).toBeHidden();
    const posted = feed.getByRole("listitem").filter({ hasText: "Heron is declared On Track" });
    await expect(posted).toContainText("Ada wrote this.");
    await page.locator("body").press("Control+z");
    await expect(posted).toHaveCount(0);
  });

  test("of a mail opens the mail program where it is short enough, and else is copied", async ({
    openWindow,
  }) => {
    const page = await openWindow(desk, "#/program/heron");
    const answer = await ask(page, "write an escalation mail for the risk No ferry");
    await expect(answer.getByRole("heading", { name: "Escalation: No ferry (Heron)" })).toBeVisible();
    await expect(answer.getByRole("button", { name: "Open in mail program" })).toBeVisible();
    await expect(answer.getByRole("button", { name: "Copy the answer" })).toBeVisible();
    const shorter = await ask(page, "make it shorter");
    await expect(shorter.getByRole("heading", { name: "Escalation: No ferry (Heron)" })).toBeVisible();
    await page.reload(); // it is kept with the conversation
    await expect(
      page.getByRole("article").last().getByRole("button", { name: "Open in mail program" }),
    ).toBeVisible();
  });
});
