import { join, resolve } from "node:path";
import { expect, test } from "./test";

const folder = resolve(import.meta.dirname, "../../docs/pictures");

/** Every view of the window and its address. */
const views = {
  overview: "#/overview",
  programs: "#/programs",
  board: "#/programs?view=board",
  timeline: "#/programs?view=timeline",
  risks: "#/risks",
  milestones: "#/milestones",
  calendar: "#/milestones?view=calendar",
  objectives: "#/objectives",
  matrix: "#/objectives?view=matrix",
  activity: "#/activity",
  settings: "#/settings",
};

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test(`pictures of every view, ${colorScheme}`, async ({ openWindow, ownDesk }) => {
      test.setTimeout(300_000);
      const desk = await ownDesk({});
      desk.command("sample");
      const page = await openWindow(desk);
      const take = async (name: string) => {
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
        await expect(page.getByRole("textbox", { name: "Message to the assistant" })).toBeVisible();
        // The keyboard is at the heading of a page that was gone to, as its ring would say.
        await page.evaluate(
          () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
        );
        const path = join(folder, `${name}-${colorScheme}.png`);
        // What is read after the page stands comes in its own time: the picture is the one that no longer changes.
        let before: Uint8Array = Buffer.alloc(0);
        await expect
          .poll(
            async () => {
              const now = await page.screenshot({ path, animations: "disabled" });
              const still = now.equals(before);
              before = now;
              return still;
            },
            { intervals: [500] },
          )
          .toBe(true);
      };
      for (const [name, address] of Object.entries(views)) {
        await page.goto(desk.url + address);
        await take(name);
      }
      await page.goto(`${desk.url}#/programs`);
      await page.getByRole("grid").getByRole("link").first().click();
      await take("program");
      await page.goto(`${desk.url}#/programs`);
      await expect(page.getByRole("grid").getByRole("link").first()).toBeVisible();
      await page.keyboard.press("Control+Shift+J");
      for (const question of [
        "Open risks by team and severity",
        "Give all red programs to Amara Okafor because the review begins",
      ]) {
        const answers = page.getByRole("article");
        const before = await answers.count();
        await page.getByRole("textbox", { name: "Message to the assistant" }).fill(question);
        await page.keyboard.press("Enter");
        await expect(answers.nth(before)).toHaveAttribute("aria-busy", "false");
      }
      await take("assistant");
    });
  });
}
