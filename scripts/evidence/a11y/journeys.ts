import type { Browser } from "@playwright/test";
import { proveGuards } from "./guards";
import { watchHands } from "./hands";
import { type Journey, signInByKeys } from "./journey";
import { CARE } from "./journeys/care";
import { OFFICE } from "./journeys/office";
import { Keyboard } from "./keyboard";
import { inLanes } from "./lanes";

/** Everything that must go without a mouse. */
const JOURNEYS: readonly Journey[] = [...CARE, ...OFFICE];

/** @returns why it did not get there by keys alone, or nothing when it did */
async function travel(browser: Browser, url: string, journey: Journey): Promise<string | undefined> {
  const context = await browser.newContext({
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    viewport: { width: journey.width ?? 1280, height: 900 },
  });
  const hands = await watchHands(context);
  const page = await context.newPage();
  try {
    await page.goto(`${url}/login`);
    const keyboard = new Keyboard(page);
    await signInByKeys(keyboard, journey.as);
    await journey.go(keyboard);
    return hands.length > 0 ? `hands were used: ${hands.join(", ")}` : undefined;
  } catch (error) {
    const told = String(error).split("\n").slice(0, 3).join(" ");
    return `${told} (on ${new URL(page.url()).pathname})`;
  } finally {
    await context.close();
  }
}

/** Does each piece of work with the keyboard alone. */
export async function travelAll(
  browser: Browser,
  url: string,
): Promise<{ journeys: number; failures: string[] }> {
  await proveGuards(browser);
  const failures = await inLanes(JOURNEYS, async (journey) => {
    const why = await travel(browser, url, journey);
    return why === undefined ? [] : [`journey “${journey.name}” as ${journey.as}: ${why}`];
  });
  return { journeys: JOURNEYS.length, failures: failures.flat() };
}
