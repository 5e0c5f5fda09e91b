import { expect, test } from "./test";

test("the window opens with the page that was open last", async ({ openWindow, sampleDesk }) => {
  const page = await openWindow(sampleDesk, "");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Programs");
  await page.getByRole("link", { name: "Milestones", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Milestones");
  await openWindow(sampleDesk, "");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Milestones");
});
