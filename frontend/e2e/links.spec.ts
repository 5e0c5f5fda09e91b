import { ask, expect, expectAccessible, test } from "./test";

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

test("a link in the text of a record opens outside only after its whole address was shown", async ({
  ownDesk,
  openWindow,
  writePortfolio,
}) => {
  const address = "https://example.invalid/plan?a=1";
  const file = writePortfolio([{ id: "wren", name: "Wren", description: `See ${address}` }]);
  const page = await openWindow(await ownDesk({ portfolio: { file, asOf: "2026-01-31" } }), "#/programs");
  await page.evaluate(() => {
    const opened: string[] = [];
    const { runtime } = window as unknown as { runtime: { BrowserOpenURL: (address: string) => void } };
    runtime.BrowserOpenURL = (to) => void opened.push(to);
    Object.assign(window, { opened });
  });
  const opened = () => page.evaluate(() => (window as unknown as { opened: string[] }).opened);
  const answer = await ask(page, "What is the description of Wren?");
  const dialog = page.getByRole("dialog", { name: "Open in your browser?" });

  await answer.getByRole("link", { name: address }).click();
  await expect(dialog).toContainText("example.invalid");
  await expect(dialog.getByText(address, { exact: true })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  expect(await opened()).toEqual([]);

  await answer.getByRole("link", { name: address }).focus();
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Open in the browser" }).click();
  await expect(dialog).toBeHidden();
  expect(await opened()).toEqual([address]);
});
