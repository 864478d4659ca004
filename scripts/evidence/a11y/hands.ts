import { join } from "node:path";
import type { Browser, BrowserContext } from "@playwright/test";

/** Counts what came from anything but the keyboard, on every page of a context. @returns what it saw, as it grows */
export async function watchHands(context: BrowserContext): Promise<string[]> {
  const seen: string[] = [];
  await context.exposeBinding("kroniekHands", (_source, what: string) => seen.push(what));
  await context.addInitScript({ path: join(import.meta.dirname, "hands-in-page.js") });
  return seen;
}

/**
 * Proves the watcher before it is trusted: keys pass, a click and a filled field do not.
 * @throws Error when it sees too much or too little
 */
export async function proveWatcher(browser: Browser): Promise<void> {
  const context = await browser.newContext();
  const seen = await watchHands(context);
  const page = await context.newPage();
  await page.goto("data:text/html,<label>Naam <input></label><button>Doe</button>");
  const field = page.getByLabel("Naam");
  await page.keyboard.press("Tab");
  await page.keyboard.type("abc");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const keys = seen.length;
  await field.fill("xyz");
  const filled = seen.length;
  await page.getByRole("button", { name: "Doe" }).click();
  const clicked = seen.length;
  await context.close();
  if (keys > 0) throw new Error(`Keys were taken for hands: ${seen.join(", ")}`);
  if (filled === keys || clicked === filled) throw new Error("A hand was not seen.");
}
