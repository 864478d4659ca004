import { join } from "node:path";
import type { BrowserContext } from "@playwright/test";

/** Counts what came from anything but the keyboard, on every page of a context. @returns what it saw, as it grows */
export async function watchHands(context: BrowserContext): Promise<string[]> {
  const seen: string[] = [];
  await context.exposeBinding("kroniekHands", (_source, what: string) => seen.push(what));
  await context.addInitScript({ path: join(import.meta.dirname, "hands-in-page.js") });
  return seen;
}
