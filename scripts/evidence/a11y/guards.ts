import type { Browser, Page } from "@playwright/test";
import { watchHands } from "./hands";
import { Keyboard } from "./keyboard";

const FORM = "<label>Naam <input></label><button>Doe</button>";
const COVERED = '<button>Doe</button><p style="position:fixed;inset:0;margin:0">Erover</p>';
const NOT_REACHED = '<button tabindex="-1">Doe</button>';

const show = (page: Page, html: string) => page.goto(`data:text/html,<main id="main">${html}</main>`);

/** Keys pass; a filled field and a click do not. */
async function proveWatcher(page: Page, seen: readonly string[]): Promise<void> {
  await show(page, FORM);
  const keyboard = new Keyboard(page);
  await keyboard.fill("Naam", "abc");
  await keyboard.button("Doe");
  if (seen.length > 0) throw new Error(`Keys were taken for hands: ${seen.join(", ")}`);
  await page.getByLabel("Naam").fill("xyz");
  await seenMore(page, seen, 0);
  const filled = seen.length;
  await page.getByRole("button").click();
  await seenMore(page, seen, filled);
}

/** The page tells what it saw by a message, which takes a moment. @throws Error when nothing comes */
async function seenMore(page: Page, seen: readonly string[], than: number): Promise<void> {
  for (let moments = 0; moments < 100; moments++) {
    if (seen.length > than) return;
    await page.waitForTimeout(50);
  }
  throw new Error("A hand was not seen.");
}

async function proveRefusal(page: Page, html: string): Promise<void> {
  await show(page, html);
  const reached = await new Keyboard(page).button("Doe").then(
    () => true,
    () => false,
  );
  if (reached) throw new Error(`The keyboard reached what it cannot: ${html}`);
}

/**
 * Proves what guards the journeys before they are trusted: the watcher, and that what no Tab leads to or what lies
 * under something else counts as not reached.
 * @throws Error when a guard sees too much or too little
 */
export async function proveGuards(browser: Browser): Promise<void> {
  const context = await browser.newContext();
  const seen = await watchHands(context);
  const page = await context.newPage();
  await proveWatcher(page, seen);
  await proveRefusal(page, COVERED);
  await proveRefusal(page, NOT_REACHED);
  await context.close();
}
