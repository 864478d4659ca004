import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const debian = "/usr/bin/chromium";
/** Given by `npm test`; empty means Playwright's own browser. */
const given = process.env.CHROMIUM_PATH ?? (existsSync(debian) ? debian : "");

/** Journeys in a real browser against the product as people start it: a production build, one server for all. */
export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/global-setup.ts",
  outputDir: "test-results/e2e",
  // One server and one database: journeys follow each other.
  workers: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    // Set by the global set-up, before the workers read this file.
    baseURL: process.env.KRONIEK_E2E_URL,
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
    screenshot: "only-on-failure",
    launchOptions: {
      ...(given !== "" && { executablePath: given }),
      // Chromium's sandbox refuses to run as root, as in a container.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
});
