import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./test";

const report = `Portfolio AI crashed.
The program ended.

Program: 1.2.3 (commit abc, schema 11)
System: linux amd64, go1.26.8
Time: 2026-02-02T12:00:00Z

panic: (withheld)

goroutine 21 [running]:
portfolio-ai/store.(*DB).Page(0xc000112233, {0xc0001, 0x7})
\tportfolio-ai/store/page.go:112 +0x1d
created by main.main in goroutine 1
`;

const notice = (page: Page) => page.getByRole("region", { name: "Report of a crash" });

test("a crash is told of until somebody looked, its report read, copied and deleted", async ({
  ownDesk,
  openWindow,
}) => {
  const desk = await ownDesk({});
  const folder = join(desk.dataDir, "crashes");
  const crash = (second: number) =>
    writeFileSync(join(folder, `crash-20260202-12000${second}.000.new.txt`), report);
  crash(1);
  const page = await openWindow(desk);
  await expect(notice(page)).toContainText("sent to nobody");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Show report" }).click();
  const dialog = page.getByRole("dialog", { name: "Report of a crash" });
  await expect(dialog).toContainText("store/page.go:112");
  await expect(dialog).toContainText("Program: 1.2.3 (commit abc, schema 11)");
  await expect(dialog).not.toContainText("Kestrel");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByText(/The report could not be copied|Copied the report/)).toBeVisible();
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(notice(page)).toHaveCount(0);
  expect(readdirSync(folder)).toEqual(["running.txt"]);

  crash(2);
  await page.reload();
  await page.reload(); // nobody was told yet
  await notice(page).getByRole("button", { name: "Close" }).click();
  await expect(notice(page)).toHaveCount(0);
  await expect.poll(() => readdirSync(folder)).toContain("crash-20260202-120002.000.txt");
  await page.reload();
  await expect(page.getByRole("link", { name: "Overview" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expect(notice(page)).toHaveCount(0);
});
