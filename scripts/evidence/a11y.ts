import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { startServer, temporaryData } from "@/tests/e2e/server";
import { findBrowser } from "../browser.mjs";
import { travelAll } from "./a11y/journeys";
import { walkPages } from "./a11y/walk";
import { complain, type Line } from "./line";

/**
 * Proves that the product as people start it, with its demo, can be used by everyone: no page breaks a rule of WCAG
 * 2.2 AA that a machine can check, and the daily work goes by the keyboard alone. Works in a folder of its own.
 * @throws Error when no browser can be had
 */
export async function run(): Promise<Line[]> {
  const found = findBrowser();
  if (found === undefined) throw new Error("No browser could be had: install Chromium or set CHROMIUM_PATH.");
  const browser = await chromium.launch({
    ...(found !== "" && { executablePath: found }),
    // Chromium's sandbox refuses to run as root, as in a container.
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const data = temporaryData();
  try {
    const server = await startServer({ dataDir: data.dataDir });
    try {
      return await proofs(browser, server.url);
    } finally {
      await server.stop();
    }
  } finally {
    await browser.close();
    data.remove();
  }
}

async function proofs(browser: Browser, url: string): Promise<Line[]> {
  // First the work: what it leaves behind, an import and a run, are pages to look at.
  const { journeys, failures } = await travelAll(browser, url);
  const { pages, violations } = await walkPages(browser, url, join(import.meta.dirname, "../../app"));
  complain(failures, violations);
  return [
    { pages, violations: violations.length },
    { journeys, keyboard_only: journeys - failures.length },
  ];
}
