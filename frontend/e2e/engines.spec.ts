import type { Page } from "@playwright/test";
import { Endpoint } from "./endpoint";
import { ask, expect, expectAccessible, test } from "./test";

const assistant = (page: Page) => page.getByRole("complementary", { name: "Assistant" });
const engines = (page: Page) => page.getByRole("list", { name: "Engines" });

test.describe("a language model", () => {
  let endpoint: Endpoint;
  test.beforeEach(async () => {
    endpoint = await Endpoint.start("Nothing needs your attention.");
  });
  test.afterEach(async () => {
    await endpoint.stop();
  });

  async function add(page: Page, name: string, address: string) {
    await page.getByRole("button", { name: "Add a language model…" }).click();
    await page.getByRole("menuitem", { name: "By its address…" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a language model" });
    await dialog.getByRole("textbox", { name: "Name" }).fill(name);
    await dialog.getByRole("textbox", { name: "Address" }).fill(address);
    return dialog;
  }

  test("on this computer is set up, tried, asked, and left for the analyst again", async ({
    openWindow,
    ownDesk,
    sampleFile,
  }) => {
    const desk = await ownDesk({ portfolio: { file: sampleFile, asOf: "2026-01-31" } });
    const page = await openWindow(desk, "#/settings");
    const dialog = await add(page, "Parrot", endpoint.url);
    await dialog.getByRole("button", { name: "List its models" }).click();
    await dialog.getByRole("combobox", { name: "Model" }).click();
    await page.getByRole("option", { name: "parrot" }).click();
    const context = dialog.getByRole("textbox", { name: "Context, in tokens" });
    await context.fill("12 tokens");
    await dialog.getByRole("button", { name: "Add a language model" }).click();
    await expect(dialog.getByRole("alert")).toContainText("A context of 12 tokens");
    await context.fill("32768");
    await dialog.getByRole("button", { name: "Try it" }).click();
    await expect(dialog.getByRole("status")).toContainText("It answers after");
    await dialog.getByRole("button", { name: "Add a language model" }).click();
    await expect(dialog).toBeHidden();
    await expect(engines(page)).toContainText(`on this computer · ${endpoint.url}`);
    const tried = endpoint.asked;

    await assistant(page)
      .getByRole("button", { name: /^What answers: Built-in analyst/ })
      .click();
    await page.getByRole("menuitem", { name: "Parrot parrot · on this computer" }).click();
    const answer = await ask(page, "What needs my attention?");
    await expect(answer).toContainText("Nothing needs your attention.");
    await expect(answer).toHaveAccessibleName(/^Parrot parrot/);
    await expect(answer).toContainText(/\d s · 812 \+ 120 tokens$/);
    expect(endpoint.asked).toBe(tried + 1);

    await page.reload();
    await expect(
      assistant(page).getByRole("button", { name: /^What answers: Parrot parrot · on this computer/ }),
    ).toBeVisible();
    await assistant(page).getByRole("button", { name: "Ask again" }).click();
    await page.getByRole("menuitem", { name: "Ask Built-in analyst" }).click();
    await expect(assistant(page).getByRole("article").last()).toHaveAccessibleName("Built-in analyst");
    await expect(assistant(page).getByRole("article").last()).toHaveAttribute("aria-busy", "false");
    expect(endpoint.asked).toBe(tried + 1);
  });

  test("that does not answer says so, and the conversation goes on", async ({ openWindow, ownDesk }) => {
    const desk = await ownDesk({});
    const page = await openWindow(desk, "#/settings");
    const dialog = await add(page, "Parrot", endpoint.url);
    await dialog.getByRole("combobox", { name: "Model" }).fill("parrot");
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await endpoint.stop();
    await assistant(page)
      .getByRole("button", { name: /^What answers/ })
      .click();
    await page.getByRole("menuitem", { name: /^Parrot/ }).click();
    const answer = await ask(page, "What needs my attention?");
    await expect(answer).toContainText(`Nothing answers at ${endpoint.url}. Start the engine there`);
    await assistant(page).getByRole("button", { name: "Ask again" }).click();
    await page.getByRole("menuitem", { name: "Ask Built-in analyst" }).click();
    await expect(assistant(page).getByRole("article").last()).toHaveAccessibleName("Built-in analyst");
  });

  test("on another computer is asked only after a look at what would leave this one", async ({
    openWindow,
    ownDesk,
    sampleFile,
  }) => {
    const desk = await ownDesk({ portfolio: { file: sampleFile, asOf: "2026-01-31" } });
    const page = await openWindow(desk, "#/settings");
    const dialog = await add(page, "Far", "https://models.invalid/v1");
    await dialog.getByRole("combobox", { name: "Model" }).fill("big");
    await dialog.getByRole("button", { name: "Add a language model" }).click();
    const consent = page.getByRole("dialog", { name: "Ask Far on another computer?" });
    await expect(consent.getByRole("region", { name: "What would be sent" })).toContainText(
      "What needs my attention?",
    );
    await expectAccessible(page);
    await consent.getByRole("button", { name: "Not now" }).click();

    await assistant(page)
      .getByRole("button", { name: /^What answers/ })
      .click();
    await expect(page.getByRole("menuitem", { name: /^Far big .* needs your agreement/ })).toBeVisible();
    await page.keyboard.press("Escape");
    await engines(page).getByRole("button", { name: "Agree…" }).click();
    await consent.getByRole("button", { name: "Agree, for https://models.invalid/v1" }).click();
    await expect(consent).toBeHidden();
    await assistant(page)
      .getByRole("button", { name: /^What answers/ })
      .click();
    await page.getByRole("menuitem", { name: "Far big · on another computer" }).click();
    // A new conversation does not go on with it by itself.
    await assistant(page).getByRole("button", { name: "New conversation" }).click();
    await engines(page).getByRole("button", { name: "No longer ask it" }).click();
    await expect(engines(page).getByRole("button", { name: "Agree…" })).toBeVisible();
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the settings of a language model have nothing that axe finds, in ${colorScheme}`, async ({
    openWindow,
    sampleDesk,
  }) => {
    const page = await openWindow(sampleDesk, "#/settings");
    await page.emulateMedia({ colorScheme });
    await page.getByRole("button", { name: "Add a language model…" }).click();
    await page.getByRole("menuitem", { name: "OpenAI, on its servers…" }).click();
    await expect(page.getByRole("textbox", { name: "Address" })).toHaveValue("https://api.openai.com/v1");
    await expect(page.getByRole("checkbox", { name: "It asks for a key" })).toBeChecked();
    await page.getByRole("textbox", { name: "Key", exact: true }).fill("secret");
    await expectAccessible(page);
  });
}
