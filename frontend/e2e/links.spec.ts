import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./test";

const answer = [
  "[here](https://example.org/a?b=c#d)",
  "[paypal.com](https://аррӏе.com/)",
  "[mail](mailto:ada@example.org?subject=x)",
  "[run](javascript:alert(1)) [file](file:///etc/passwd) [password](https://a:b@example.org/)",
].join("\n\n");

interface Opened {
  opened: string[];
  WailsInvoke: (message: string) => void;
}

/** The addresses that the window had the system open. */
const opened = (page: Page) => page.evaluate(() => (window as unknown as Opened).opened);

test("a link out of the window shows its whole address before the browser opens it, in English and German", async ({
  ownDesk,
  openWindow,
}) => {
  const page = await openWindow(await ownDesk({}), "#/settings");
  const id = await page.evaluate(async (narrative) => {
    const { Reports } = (
      window as unknown as {
        go: {
          app: {
            Reports: {
              Create: (request: object, ticket: string) => Promise<{ id: string }>;
              SetNarrative: (id: string, text: string) => Promise<unknown>;
            };
          };
        };
      }
    ).go.app;
    const made = await Reports.Create({ kind: "executive", scope: { view: "", program: "" } }, "");
    await Reports.SetNarrative(made.id, narrative);
    return made.id;
  }, answer);
  await page.goto(page.url().replace("#/settings", `#/report/${id}`));
  await page.evaluate(() => {
    const wails = window as unknown as Opened;
    const invoke = wails.WailsInvoke;
    wails.opened = [];
    wails.WailsInvoke = (message) => {
      if (message.startsWith("BO:")) wails.opened.push(message.slice(3));
      else invoke(message);
    };
  });
  const said = page.getByRole("main");
  await expect(said.getByRole("link", { name: "here" })).toBeVisible();
  await expect(said.getByRole("link", { name: /run|file|password/ })).toHaveCount(0);

  const dialog = page.getByRole("dialog", { name: "Open in your browser?" });
  await said.getByRole("link", { name: "here" }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toContainText("example.org");
  await expect(dialog.getByText("https://example.org/a?b=c#d")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(await opened(page)).toEqual([]);
  await said.getByRole("link", { name: "here" }).click();
  await dialog.getByRole("button", { name: "Open in the browser" }).click();
  await expect(dialog).toBeHidden();
  expect(await opened(page)).toEqual(["https://example.org/a?b=c#d"]);

  await page.evaluate(() =>
    (
      window as unknown as {
        go: { app: { Desk: { SetLanguage: (language: string) => Promise<unknown> } } };
      }
    ).go.app.Desk.SetLanguage("de"),
  );
  await said.getByRole("link", { name: "paypal.com" }).click();
  const disguised = page.getByRole("dialog", { name: /browser/i });
  await expect(disguised.getByText("https://xn--80ak6aa92e.com/")).toBeVisible();
  await expect(disguised.getByRole("note")).toBeVisible();
  await page.keyboard.press("Escape");
  await said.getByRole("link", { name: "mail" }).click();
  await expect(page.getByRole("dialog")).toContainText("ada@example.org");
});

test("nothing leads the window, or a second one, anywhere else", async ({ ownDesk, openWindow }) => {
  const desk = await ownDesk({});
  const page = await openWindow(desk, "#/settings");
  let others = 0;
  page.on("popup", () => others++);
  const inside = page.getByRole("navigation").getByRole("link", { name: "Risks" });
  await inside.click({ modifiers: ["Control"] });
  await expect(page).toHaveURL(/#\/risks/);
  await page.getByRole("navigation").getByRole("link", { name: "Milestones" }).click({ button: "middle" });
  await expect(page).toHaveURL(/#\/milestones/);
  await page.evaluate(() => {
    const link = document.createElement("a");
    Object.assign(link, { href: "https://example.invalid/", target: "_blank", textContent: "out" });
    document.querySelector("main")?.prepend(link);
  });
  for (const how of [{}, { button: "middle" }, { modifiers: ["Control"] }, { modifiers: ["Shift"] }] as const)
    await page
      .getByText("out", { exact: true })
      .click({ ...how, modifiers: [...("modifiers" in how ? how.modifiers : [])] });
  const kept = await page.evaluate(() => {
    const dropped = (type: string) => {
      const data = new DataTransfer();
      data.setData("text/uri-list", "https://example.invalid/");
      const event = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true });
      document.querySelector("main")?.dispatchEvent(event);
      return event.defaultPrevented;
    };
    const second = window.open("https://example.invalid/");
    location.assign("https://example.invalid/");
    return { drops: [dropped("dragover"), dropped("drop")], second };
  });
  expect(kept).toEqual({ drops: [true, true], second: null });
  await expect(page).toHaveURL(new RegExp(`^${desk.url}#/milestones`));
  expect(others).toBe(0);
});
