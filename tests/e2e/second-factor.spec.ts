import { expect, type Page, test } from "@playwright/test";
import { DEMO_PASSWORD } from "@/db/seed/people";
import { appWith } from "../auth/app";
import { expectAccessible, signIn } from "./journey";
import { choosePassword, mailedLink, mailTexts, makeEmployee, signInWith } from "./new-account";
import { startServer, temporaryData } from "./server";

const PASSWORD = "blauwe fiets onder water";
const STEP = 30_000;

const main = (page: Page) => page.getByRole("main");
const codeField = (page: Page) => page.getByLabel("Code uit je app");
const dialogOf = (page: Page) => page.getByRole("dialog");

/** Types a code on the second step's page. */
async function give(page: Page, label: string, code: string): Promise<void> {
  await page.getByLabel(label).fill(code);
  await page.getByRole("button", { name: "Inloggen", exact: true }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Menu van/ }).click();
  await page.getByRole("menuitem", { name: "Uitloggen" }).click();
  await page.waitForURL("**/login");
}

/** Pairs an app with the secret on the page. @returns what the app shows at a moment, and the recovery codes */
async function pair(page: Page) {
  await expect(main(page).getByText("Scan deze code met je app")).toBeFocused();
  const secret = await main(page).locator("code").first().innerText();
  const app = appWith(secret);
  await expectAccessible(page);
  await codeField(page).fill(app(Date.now()));
  await page.getByRole("button", { name: "Controleer de code" }).click();
  const list = page.getByRole("list", { name: "Herstelcodes" });
  await expect(list.getByRole("listitem")).toHaveCount(10);
  await expectAccessible(page);
  return { app, codes: await list.getByRole("listitem").allInnerTexts() };
}

test("who turns it on signs in with a code of the app, or a recovery code once; a colleague can take it away", async ({
  browser,
  page,
}) => {
  const email = "noor.code@kroniek.example";
  const office = page;
  await signIn(office, "beheer@kroniek.example");
  await makeEmployee(office, email);
  const own = await (await browser.newContext()).newPage();
  await choosePassword(own, await mailedLink(email, "activate"), PASSWORD, "Account activeren");
  await signInWith(own, email, PASSWORD);
  await own.waitForURL(/\/$/);

  await own.goto("/account");
  await own.getByRole("button", { name: "Zet aan" }).click();
  const password = dialogOf(own).getByLabel("Je wachtwoord", { exact: true });
  await password.fill("niet het wachtwoord");
  await dialogOf(own).getByRole("button", { name: "Zet aan" }).click();
  await expect(
    dialogOf(own)
      .getByText(/Dit wachtwoord klopt niet/)
      .first(),
  ).toBeVisible();
  await expectAccessible(own);
  await password.fill(PASSWORD);
  await own.keyboard.press("Enter");
  await expect(own.getByRole("img", { name: /QR-code/ })).toBeVisible();
  const { app, codes } = await pair(own);
  await own.getByRole("button", { name: "Ik heb ze bewaard" }).click();
  await expect(main(own).getByText(/Staat aan sinds .* Je hebt nog 10 herstelcodes\./)).toBeVisible();
  await expectAccessible(own);

  await signOut(own);
  await signInWith(own, email, PASSWORD);
  await own.waitForURL("**/login/second-factor");
  await expectAccessible(own);
  await own.goto("/clients");
  await expect(own).toHaveURL(/\/login$/);
  await own.goto("/login/second-factor");
  await give(own, "Code uit je app", "000000");
  await expect(own.getByText(/Deze code klopt niet/).first()).toBeVisible();
  await expect(codeField(own)).toHaveValue("000000");
  // The code of just now was used to pair; apps may be a step ahead.
  await give(own, "Code uit je app", app(Date.now() + STEP));
  await own.waitForURL(/\/$/);

  const recover = async () => {
    await signOut(own);
    await signInWith(own, email, PASSWORD);
    await own.getByRole("button", { name: "Gebruik een herstelcode" }).click();
    await give(own, "Herstelcode", codes[0]?.toUpperCase() ?? "");
  };
  await recover();
  await own.waitForURL(/\/$/);
  await recover();
  await expect(own.getByText(/Deze code klopt niet/).first()).toBeVisible();
  await own.getByRole("button", { name: "Terug naar inloggen" }).click();
  await own.waitForURL("**/login");
  await own.goto("/login/second-factor");
  await expect(own).toHaveURL(/\/login$/);

  await office.reload();
  await office.getByRole("button", { name: "Haal tweede stap weg" }).click();
  await expectAccessible(office);
  await dialogOf(office).getByLabel("Je wachtwoord", { exact: true }).fill(DEMO_PASSWORD);
  await dialogOf(office).getByRole("button", { name: "Haal tweede stap weg" }).click();
  await expect(dialogOf(office)).toHaveCount(0);
  await expect(office.getByRole("button", { name: "Haal tweede stap weg" })).toHaveCount(0);
  const told = () => mailTexts().filter((text) => text.includes(`To: ${email}\r\n`)).length;
  // Activated, turned on, taken away.
  await expect.poll(told).toBe(3);
  await signInWith(own, email, PASSWORD);
  await own.waitForURL(/\/$/);
});

test("outside a demo nobody signs in without: the first administrator gets an app before anything else", async ({
  page,
}) => {
  test.setTimeout(10 * 60_000);
  const data = temporaryData();
  const server = await startServer({ dataDir: data.dataDir, demo: false });
  try {
    const link = /\S+\/setup#\S+/.exec(server.told())?.[0] ?? "";
    await page.goto(`${server.url}${new URL(link).pathname}${new URL(link).hash}`);
    await page.getByLabel("Naam").fill("Eerste Beheerder");
    await page.getByLabel("E-mailadres").fill("eerste@huis.example");
    await page.getByLabel("Wachtwoord", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Account maken" }).click();
    await page.waitForURL("**/login");
    await page.getByLabel("E-mailadres").fill("eerste@huis.example");
    await page.getByLabel("Wachtwoord", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Inloggen" }).click();
    await page.waitForURL("**/login/enrol");
    await expectAccessible(page);
    await page.goto(`${server.url}/admin/employees`);
    await expect(page).toHaveURL(/\/login$/);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${server.url}/login/enrol`);
    await page.getByRole("button", { name: "Koppel een app" }).click();
    await pair(page);
    await page.getByRole("button", { name: "Ik heb ze bewaard, verder" }).click();
    await page.waitForURL(`${server.url}/`);
    await page.goto(`${server.url}/account`);
    await expect(main(page).getByText("De tweede stap is hier verplicht.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Zet uit" })).toHaveCount(0);
    await expectAccessible(page);
  } finally {
    await server.stop();
    data.remove();
  }
});

test("two minutes before the end it warns; going on, or signing in over the page, keeps what was typed", async ({
  page,
}) => {
  await page.clock.install();
  await signIn(page, "zorg@kroniek.example");
  await page.goto("/clients/10002/dossier/problems/new");
  const field = main(page).getByRole("textbox", { name: /^Probleem/ });
  await field.fill("Blijft staan");
  /** What the server would say by then. */
  const says = async (json: object) => {
    await page.unroute("**/api/trpc/account.timeLeft**");
    await page.route("**/api/trpc/account.timeLeft**", (route) => route.fulfill({ json: [json] }));
  };
  await says({ result: { data: { json: { leftMs: 119_000, canStay: true } } } });
  await page.clock.fastForward("14:00");
  const warning = page.getByRole("dialog", { name: "Ben je er nog?" });
  await expect(warning.getByText("Over 2 minuten log je vanzelf uit.")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Tab");
  await warning.getByRole("button", { name: "Ingelogd blijven" }).focus();
  await page.keyboard.press("Enter");
  await expect(warning).toHaveCount(0);

  const data = {
    code: "UNAUTHORIZED",
    httpStatus: 401,
    reason: "not-signed-in",
    reference: null,
    fields: [],
  };
  await says({ error: { json: { message: "Log in.", code: -32001, data } } });
  await page.clock.fastForward("14:00");
  const ended = page.getByRole("dialog", { name: "Je bent uitgelogd" });
  await expect(ended).toBeVisible();
  await page.unroute("**/api/trpc/account.timeLeft**");
  await ended.getByLabel("E-mailadres").fill("zorg@kroniek.example");
  await ended.getByLabel("Wachtwoord", { exact: true }).fill(DEMO_PASSWORD);
  await ended.getByRole("button", { name: "Inloggen" }).click();
  await expect(ended).toHaveCount(0);
  await expect(field).toHaveValue("Blijft staan");
});
