import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page, TestInfo } from "@playwright/test";
import { test as base } from "./test";

/** Writes a file for the test, and gives its path. */
export function fileOf(info: TestInfo, name: string, content: string | Buffer): string {
  const path = join(info.outputPath(), name);
  writeFileSync(path, content);
  return path;
}

/** The dialog that leads from files to an import, once files were dropped on the window. */
export const dialogOf = (page: Page): Locator => page.getByRole("dialog", { name: "Import programs" });

interface Fixtures {
  /** The window of an empty portfolio, and its dialog. */
  wizard: { page: Page; dialog: Locator };
}

export const test = base.extend<Fixtures>({
  wizard: async ({ openWindow, ownDesk }, use) => {
    const page = await openWindow(await ownDesk({}));
    await use({ page, dialog: dialogOf(page) });
  },
});
