import { ask, expect, expectAccessible, test } from "./test";

test("the assistant opens as a page with its conversations beside, and docks again", async ({
  openWindow,
  sampleDesk,
}) => {
  const page = await openWindow(sampleDesk);
  const composer = page.getByRole("textbox", { name: "Message to the assistant" });
  const full = page.getByRole("main", { name: "Assistant" });
  const history = full.getByRole("region", { name: "Conversations" });
  await page.getByRole("button", { name: "New conversation" }).click();
  await expect(page.getByRole("article")).toHaveCount(0);
  await ask(page, "List the programs that are off track");
  await page.getByRole("heading", { level: 1, name: "Programs" }).focus();
  await page.keyboard.press("Control+Shift+J");
  await expect(full).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Assistant");
  await expect(composer).toBeFocused();
  await expect(history.getByRole("listitem").first()).toBeVisible();
  await expectAccessible(page);

  // A text keeps to what is read well, and a table takes the width.
  const widthOf = async (of: string) => (await full.locator(of).first().boundingBox())?.width ?? 0;
  expect(await widthOf("article p")).toBeLessThan(700);
  expect(await widthOf("article table")).toBeGreaterThan(700);

  await page.reload();
  await expect(full.getByRole("article").last()).toBeVisible();
  await page.setViewportSize({ width: 720, height: 700 });
  await expect(history).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(720);
  await page.setViewportSize({ width: 1280, height: 800 });

  await composer.press("Escape");
  await expect(full).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "Programs" })).toBeVisible();
  await expect(composer).toBeFocused();

  // A record that is opened from an answer is seen, with the assistant beside it.
  await page.getByRole("button", { name: "Open as a page" }).click();
  const link = full.getByRole("article").last().getByRole("link").first();
  const name = await link.innerText();
  await link.click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(full).toHaveCount(0);
});

test("Escape in the list of conversations ends only what it is pressed in", async ({
  openWindow,
  sampleDesk,
}) => {
  const page = await openWindow(sampleDesk);
  await ask(page, "How many programs are at risk?");
  await page.getByRole("button", { name: "Open as a page" }).click();
  const full = page.getByRole("main", { name: "Assistant" });
  const find = full.getByRole("searchbox", { name: "Search conversations" });
  await find.fill("risk");
  await find.press("Escape");
  await expect(find).toHaveValue("");
  await find.press("ArrowDown");
  await page.keyboard.press("F2");
  await page.keyboard.press("Escape");
  await expect(full).toBeVisible();
  await full
    .getByRole("button", { name: /^Actions for/ })
    .first()
    .click();
  await expect(page.getByRole("menuitem", { name: "Rename" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menuitem", { name: "Rename" })).toBeHidden();
  await expect(full).toBeVisible();
  await find.press("Escape");
  await expect(full).toHaveCount(0);
});
