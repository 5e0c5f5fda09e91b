import { expect, test } from "./test";

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
