import { expect, type Page } from "@playwright/test";
import { DEMO_PASSWORD, type DEMO_PEOPLE, DEMO_PORTAL_PEOPLE } from "@/db/seed/people";
import { faultsOf } from "./faults-of";

/** Someone of the demo, who works there or is from outside. */
export type Email = (typeof DEMO_PEOPLE | typeof DEMO_PORTAL_PEOPLE)[number]["email"];

/** Signs someone of the demo in through the login page of their side, and waits for its first page. */
export async function signIn(page: Page, email: Email, site = ""): Promise<void> {
  const home = DEMO_PORTAL_PEOPLE.some((person) => person.email === email) ? "/caren" : "/";
  await page.goto(`${site}${home === "/" ? "" : home}/login`);
  await page.getByLabel("E-mailadres").fill(email);
  await page.getByLabel("Wachtwoord", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Inloggen" }).click();
  await page.waitForURL(`${site}${home}`);
}

/**
 * WCAG 2.2 AA as far as a machine can tell, and no sideways scrolling; for each page and state visited. Judged from its
 * top: what lies half under a bar that stays has been scrolled there, and is not half as large.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0));
  expect(await faultsOf(page)).toEqual([]);
}
