import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./journey";

const NAME = "Noor Kanarie";
const TITLE = "verzorgende in opleiding";

const folder = () => join(process.env.KRONIEK_E2E_DATA ?? "", "mail");

/** All mail that lies in the data folder, oldest first. */
export function mailTexts(): string[] {
  const names = readdirSync(folder()).filter((name) => name.endsWith(".eml"));
  const byAge = names.toSorted(
    (a, b) => statSync(join(folder(), a)).mtimeMs - statSync(join(folder(), b)).mtimeMs,
  );
  return byAge.map((name) => readFileSync(join(folder(), name), "utf8"));
}

/** The newest link to a page in the mail to someone; a job brings it there, so it is waited for. */
export async function mailedLink(to: string, page: string): Promise<string> {
  let link = "";
  const find = () => {
    const mails = mailTexts().filter((text) => text.includes(`To: ${to}\r\n`));
    link =
      mails.flatMap((text) => text.match(new RegExp(`https?:\\S+/${page}#\\S+`))?.[0] ?? []).at(-1) ?? "";
    return link;
  };
  await expect.poll(find).not.toBe("");
  return link;
}

/** Chooses a password by a mailed link. */
export async function choosePassword(
  page: Page,
  link: string,
  password: string,
  button: string,
): Promise<void> {
  const { pathname, hash } = new URL(link);
  await page.goto(`${pathname}${hash}`);
  await expectAccessible(page);
  await page.getByLabel("Nieuw wachtwoord", { exact: true }).fill(password);
  await page.getByRole("button", { name: button }).click();
}

/** Types an address and password on the sign-in page; what comes of it is the journey's to look at. */
export async function signInWith(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("E-mailadres").fill(email);
  await page.getByLabel("Wachtwoord", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Inloggen" }).click();
}

/** Makes an employee at Huis Elzenhof, and gives their page. */
export async function makeEmployee(page: Page, email: string): Promise<void> {
  await page.goto("/admin/employees/new");
  await expectAccessible(page);
  await page.getByLabel("Naam", { exact: true }).fill(NAME);
  await page.getByLabel("E-mailadres").fill(email);
  await page.getByLabel("Functie").fill(TITLE);
  await page.getByLabel("Rol", { exact: true }).selectOption({ label: "verzorgende" });
  await page.getByLabel("Locatie", { exact: true }).selectOption("OOST-1");
  await page.getByRole("button", { name: "Maak medewerker" }).click();
  await expect(page.getByRole("heading", { level: 1, name: NAME })).toBeVisible();
}
