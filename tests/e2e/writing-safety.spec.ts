import { expect, type Page, test } from "@playwright/test";
import { DEMO_PASSWORD } from "@/db/seed/people";
import { expectAccessible, signIn } from "./journey";

/** Not the client whose export other journeys look at. */
const dossier = "/clients/10002/dossier";

const main = (page: Page) => page.getByRole("main");
const button = (page: Page, name: string | RegExp) => main(page).getByRole("button", { name });
const field = (page: Page, label: string) =>
  main(page).getByRole("textbox", { name: new RegExp(`^${label}( \\(niet verplicht\\))?$`) });
const kept = (page: Page) => main(page).getByText(/^Concept bewaard om \d\d\.\d\d uur$/);
const found = (page: Page) => main(page).getByText("Je was hier al iets aan het schrijven");

/** Writes an allergy and gives the address of its page. */
async function anAllergy(page: Page, substance: string): Promise<string> {
  await page.goto(`${dossier}/allergies/new`);
  await field(page, "Stof").fill(substance);
  await main(page).getByLabel("Soort").selectOption("Omgeving");
  await button(page, "Allergie opslaan").click();
  await expect(page.getByRole("link", { name: "Corrigeren" })).toBeVisible();
  return page.url();
}

test("what was typed before the tab closed is back next time, to go on with or to throw away", async ({
  page,
}) => {
  await signIn(page, "zorg@kroniek.example");
  await page.goto(`${dossier}/problems/new`);
  await field(page, "Probleem").fill("Slikt moeilijk");
  await expect(kept(page)).toBeVisible();
  await field(page, "Toelichting").fill("Vooral bij droog brood, en nog niet bewaard");
  // Leaves at once: these words go along with the page.
  await page.goto(`${dossier}/problems`);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  await page.goto(`${dossier}/problems/new`);
  await expect(found(page)).toBeVisible();
  await expect(field(page, "Probleem")).toHaveValue("Slikt moeilijk");
  await expect(field(page, "Toelichting")).toHaveValue("Vooral bij droog brood, en nog niet bewaard");
  await expectAccessible(page);
  await button(page, "Ga verder met dit concept").click();
  await expect(found(page)).toHaveCount(0);
  await expect(field(page, "Probleem")).toBeFocused();
  await page.reload();
  await button(page, "Concept weggooien").click();
  await page.getByRole("dialog").getByRole("button", { name: "Concept weggooien" }).click();
  await expect(field(page, "Probleem")).toHaveValue("");
  await page.reload();
  await expect(button(page, "Probleem opslaan")).toBeVisible();
  await expect(found(page)).toHaveCount(0);
});

test("without a connection nothing typed is lost: it says so, and is kept by itself when it is back", async ({
  page,
}) => {
  await signIn(page, "zorg@kroniek.example");
  await page.goto(`${dossier}/problems/new`);
  await page.context().setOffline(true);
  await field(page, "Probleem").fill("Loopt onzeker");
  await expect(main(page).getByText(/^Geen verbinding: nog niet bewaard\./)).toBeVisible();
  await main(page).getByLabel("Soort").selectOption({ index: 1 });
  await button(page, "Probleem opslaan").click();
  await expect(page.getByRole("alert").filter({ hasText: "Er is geen verbinding." })).toBeVisible();
  await expect(field(page, "Probleem")).toHaveValue("Loopt onzeker");
  await page.context().setOffline(false);
  await expect(kept(page)).toBeVisible();
  await button(page, "Probleem opslaan").click();
  await expect(page.getByRole("link", { name: "Corrigeren" })).toBeVisible();
  await page.goto(`${dossier}/problems`);
  await expect(main(page).getByRole("row").filter({ hasText: "Loopt onzeker" })).toHaveCount(1);
});

test("after the session ended you sign in over the page, as yourself, and what you typed is stored", async ({
  page,
}) => {
  await signIn(page, "zorg@kroniek.example");
  await page.goto(`${dossier}/reports`);
  const text = main(page).getByRole("textbox", { name: /^Rapportage/ });
  await text.focus();
  await text.fill("Na het eten even buiten gewandeld.");
  const other = await page.context().newPage();
  await other.goto("/");
  await other.getByRole("button", { name: /Fatima/ }).click();
  await other.getByRole("menuitem", { name: "Uitloggen" }).click();
  await other.waitForURL("**/login");
  await text.press("Control+Enter");
  const dialog = page.getByRole("dialog", { name: "Je bent uitgelogd" });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  const logIn = async (email: string) => {
    await dialog.getByLabel("E-mailadres").fill(email);
    await dialog.getByLabel("Wachtwoord", { exact: true }).fill(DEMO_PASSWORD);
    await dialog.getByRole("button", { name: "Inloggen" }).click();
  };
  await logIn("regie@kroniek.example");
  await expect(dialog.getByText(/^Deze tekst is van Fatima El Amrani\./)).toBeVisible();
  await logIn("zorg@kroniek.example");
  await expect(dialog).toHaveCount(0);
  await expect(text).toHaveValue("Na het eten even buiten gewandeld.");
  await button(page, "Rapportage opslaan").click();
  await expect(
    main(page).getByRole("article").filter({ hasText: "Na het eten even buiten gewandeld." }),
  ).toHaveCount(1);
});

test("two people correct the same entry: the second sees both texts and chooses, and nothing is lost", async ({
  page,
  browser,
}) => {
  await signIn(page, "zorg@kroniek.example");
  const entry = await anAllergy(page, "Kattenhaar");
  const second = await (await browser.newContext()).newPage();
  await signIn(second, "regie@kroniek.example", new URL(entry).origin);
  await second.goto(`${entry}/edit`);
  await page.goto(`${entry}/edit`);
  await field(page, "Reactie").fill("Rode ogen en niezen");
  await field(page, "Sinds").fill("2020");
  await button(page, "Correctie opslaan").click();
  await expect(page.getByRole("heading", { name: "1 eerdere versie" })).toBeVisible();

  await field(second, "Reactie").fill("Rode huid en niezen");
  await field(second, "Toelichting").fill("Vraag de huisarts om een test");
  await button(second, "Correctie opslaan").click();
  await expect(main(second).getByText("Iemand anders heeft dit intussen gewijzigd")).toBeVisible();
  await expect(
    main(second).getByText(/^Fatima El Amrani, verzorgende sloeg .* een nieuwe versie op\./),
  ).toBeVisible();
  await expect(main(second).getByText("Overgenomen uit de nieuwste versie: Sinds.")).toBeVisible();
  await expect(main(second).locator("mark")).toHaveText([/huid/, /ogen/]);
  await expectAccessible(second);
  await button(second, "Verder met deze keuze").click();
  await expect(field(second, "Reactie")).toHaveValue("Rode huid en niezen");
  await expect(field(second, "Sinds")).toHaveValue("2020");
  await expect(field(second, "Toelichting")).toHaveValue("Vraag de huisarts om een test");
  await button(second, "Correctie opslaan").click();
  await expect(second.getByRole("heading", { name: "2 eerdere versies" })).toBeVisible();
  await expect(main(second).getByText("Rode huid en niezen")).toBeVisible();
  await second.context().close();
});

test("what is wrong is told field by field, with a summary that takes focus; what was typed stays", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, "zorg@kroniek.example");
  await page.goto(`${dossier}/allergies/new`);
  await field(page, "Reactie").fill("Jeuk");
  await field(page, "Sinds").fill("31-02-2026");
  await button(page, "Allergie opslaan").click();
  await expect(page.getByText("Nog 3 dingen te doen")).toBeVisible();
  await page
    .getByRole("link", { name: "Sinds: Deze datum bestaat niet. Typ een datum als 21-11-2026." })
    .click();
  await expect(field(page, "Sinds")).toBeFocused();
  await expect(field(page, "Sinds")).toHaveValue("31-02-2026");
  await expect(field(page, "Reactie")).toHaveValue("Jeuk");
  await expectAccessible(page);
});

test("whose right was taken away reads why, with the text still there", async ({ page }) => {
  await signIn(page, "zorg@kroniek.example");
  await page.goto(`${dossier}/problems/new`);
  const why = "Je rol heeft hiervoor geen taak.";
  const data = { code: "FORBIDDEN", httpStatus: 403, reason: "task-missing", reference: null, fields: [] };
  await page.route("**/api/trpc/entries.add**", (route) =>
    route.fulfill({ status: 403, json: [{ error: { json: { message: why, code: -32003, data } } }] }),
  );
  await field(page, "Probleem").fill("Wil niet eten");
  await button(page, "Probleem opslaan").click();
  await expect(page.getByRole("alert").filter({ hasText: why })).toContainText("Wat je typte staat er nog");
  await expect(field(page, "Probleem")).toHaveValue("Wil niet eten");
});

test("goals with actions are added, put in order and taken away by keyboard alone", async ({ page }) => {
  await signIn(page, "zorg@kroniek.example");
  await page.goto(`${dossier}/care-plans/new`);
  await field(page, "Titel").fill("Met het toetsenbord");
  const press = async (name: string) => {
    await button(page, name).focus();
    await page.keyboard.press("Enter");
  };
  const goal = (number: number) => main(page).getByRole("listitem", { name: `Doel ${number}`, exact: true });
  for (const [number, text] of [
    [1, "Zelf wassen"],
    [2, "Elke dag naar buiten"],
    [3, "Vergissing"],
  ] as const) {
    await press("Doel toevoegen");
    await expect(goal(number)).toBeFocused();
    await goal(number).getByRole("textbox", { name: "Doel" }).fill(text);
    await goal(number).getByLabel("Domein").selectOption({ index: 1 });
  }
  await press("Doel 2 omhoog");
  await expect(goal(1)).toBeFocused();
  await expect(goal(1).getByRole("textbox", { name: "Doel" })).toHaveValue("Elke dag naar buiten");
  await press("Doel 3 weghalen");
  await expect(goal(2)).toBeFocused();
  await goal(1).getByRole("button", { name: "Actie toevoegen" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await goal(1).getByRole("textbox", { name: "Actie" }).fill("Na de koffie een rondje");
  await expectAccessible(page);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("link", { name: "Corrigeren" })).toBeVisible();
  await expect(main(page)).toContainText(
    /Elke dag naar buiten[\s\S]*Na de koffie een rondje[\s\S]*Zelf wassen/,
  );
  await expect(main(page)).not.toContainText("Vergissing");
});

test("what others wrote since your last visit is new, once", async ({ page, browser }) => {
  await signIn(page, "zorg@kroniek.example");
  const noted = page.waitForResponse((response) => response.url().includes("entries.seen"));
  await page.goto(`${dossier}/reports`);
  await noted;
  const second = await (await browser.newContext()).newPage();
  await signIn(second, "regie@kroniek.example", new URL(page.url()).origin);
  await second.goto(new URL(`${dossier}/reports`, page.url()).href);
  const text = main(second).getByRole("textbox", { name: /^Rapportage/ });
  await text.focus();
  await text.fill("Familie komt zondag op bezoek.");
  await main(second).getByRole("button", { name: "Rapportage opslaan" }).click();
  await expect(main(second).getByRole("article").filter({ hasText: "Familie komt zondag" })).toHaveCount(1);
  await second.context().close();

  await page.goto(dossier);
  const menu = page.getByRole("navigation", { name: "Onderdelen" });
  await expect(menu.getByRole("link", { name: /^Rapportages/ })).toContainText("1 nieuw");
  const again = page.waitForResponse((response) => response.url().includes("entries.seen"));
  await page.goto(`${dossier}/reports`);
  const fresh = main(page).getByRole("article").filter({ hasText: "Familie komt zondag" });
  await expect(fresh.getByText("Nieuw", { exact: true })).toBeVisible();
  await again;
  await page.reload();
  await expect(fresh.getByText("Nieuw", { exact: true })).toHaveCount(0);
});
