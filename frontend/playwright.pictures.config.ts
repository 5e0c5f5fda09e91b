import { defineConfig } from "@playwright/test";
import tests from "./playwright.config";

/** Takes the pictures of every view in docs/pictures; `make pictures` runs it. */
export default defineConfig({ ...tests, testMatch: "**/pictures.ts", retries: 0 });
