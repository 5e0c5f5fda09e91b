import { expect, test } from "./test";

test("the window opens with the page that was open last", async ({ openWindow, sampleDesk }) => {
  const page = await openWindow(sampleDesk, "");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Programs");
  await page.getByRole("link", { name: "Milestones", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Milestones");
  await openWindow(sampleDesk, "");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Milestones");
});

test("the first rows come with the page and are not asked for", async ({ openWindow, page, sampleDesk }) => {
  // The calls of a browser go to Go over a socket.
  const asked: string[] = [];
  page.on("websocket", (socket) => socket.on("framesent", ({ payload }) => asked.push(String(payload))));
  await openWindow(sampleDesk);
  await expect(page.getByRole("grid", { name: "Programs" }).getByRole("row")).not.toHaveCount(0);
  // What comes after the first page shows that calls are seen.
  await expect.poll(() => asked.join("\n")).toContain("Chat.Prepare");
  expect(asked.join("\n")).not.toMatch(/Programs\.(Page|Facets|Groups)/);
});

test("what is written while the window opens is shown", async ({
  context,
  openWindow,
  ownDesk,
  page,
  writePortfolio,
}) => {
  const file = writePortfolio([{ id: "avocet", name: "Avocet" }]);
  const desk = await ownDesk({ portfolio: { file, asOf: "2026-01-31" } });
  const listening = await context.newPage();
  await listening.goto(desk.url);
  await expect(listening.getByRole("link", { name: "Avocet" })).toBeVisible();
  // The page is there with what it begins with; its code comes when the portfolio holds more.
  await page.route("**/assets/index-*.js", async (route) => {
    desk.command("import", writePortfolio([{ id: "bittern", name: "Bittern" }]));
    // The other window shows it: the event has been, and this page did not hear it.
    await expect(listening.getByRole("link", { name: "Bittern" })).toBeVisible();
    await listening.close(); // a page behind another one is not drawn
    await route.continue();
  });
  await openWindow(desk, "");
  await expect(page.getByRole("link", { name: "Avocet" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Bittern" })).toBeVisible();
});

for (const address of ["#/nonsense", "#/reports/x", "#/programs/unknown-id"]) {
  test(`an address that no page has says so and leads back: ${address}`, async ({
    openWindow,
    sampleDesk,
  }) => {
    const page = await openWindow(sampleDesk, address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("No such page");
    await expect(page.getByText("There is no page at this address")).toBeVisible();
    await page.getByRole("button", { name: "Open Programs" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Programs");
  });
}
