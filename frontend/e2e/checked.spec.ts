import { AxeBuilder } from "@axe-core/playwright";
import { ask, expect, test } from "./test";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("an answer says how much of it is checked, and marks the rest", async ({
      openWindow,
      sampleDesk,
    }) => {
      const page = await openWindow(sampleDesk);
      await page.getByRole("button", { name: "New conversation" }).click();
      const list = await ask(page, "List the programs that are off track");
      await expect(list).toContainText(/All \d+ figures checked against the records/);
      await expect(list.locator("mark")).toHaveCount(0);
      const line = list.getByRole("button", { name: /figures checked/ });
      await line.focus();
      await page.keyboard.press("Enter");
      const basis = list.getByRole("definition");
      await expect(basis.filter({ hasText: "Counted again: programs" }).first()).toBeVisible();
      const name = await list.getByRole("table").getByRole("link").first().innerText();
      await expect(basis.filter({ hasText: `Status · ${name}` }).getByRole("link")).toBeVisible();

      const refusal = await ask(page, "Set the progress of Depot 011 to 140");
      await expect(refusal).toContainText("2 of 2 figures could not be checked");
      await expect(refusal.locator("mark").first()).toHaveAccessibleDescription(
        "Not found in the records that this answer read",
      );
      await expect(refusal).toContainText("from 0 to 100");
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

      await page.reload(); // it is kept with the conversation
      await expect(page.getByRole("article").last()).toContainText("2 of 2 figures could not be checked");
    });
  });
}
