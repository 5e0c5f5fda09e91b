import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** A browser of the system is taken where there is one; else the one that Playwright brings. */
const browser = [process.env.CHROMIUM ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
  existsSync,
);

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // Every test talks to a program of its own or its file's, each with a window on a virtual display.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  forbidOnly: Boolean(process.env.CI),
  use: {
    viewport: { width: 1440, height: 900 },
    // A trace of every test would take longer than the tests.
    screenshot: "only-on-failure",
    launchOptions: { ...(browser && { executablePath: browser }), args: ["--no-sandbox"] },
  },
});
