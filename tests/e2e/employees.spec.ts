import { expect, test } from "@playwright/test";
import { expectAccessible, signIn } from "./journey";
import { choosePassword, mailedLink, mailTexts, makeEmployee, signInWith } from "./new-account";

const PASSWORD = "blauwe fiets onder water";
const OTHER = "rode boot boven de duinen";

test("an employee is made, activates by the mail, and what they may changes at the next click", async ({
  browser,
  page,
}) => {
  const email = "noor.kanarie@kroniek.example";
  await signIn(page, "beheer@kroniek.example");
  await page.getByRole("link", { name: "Beheer" }).click();
  await expect(page).toHaveURL(/\/admin\/employees$/);
  await expectAccessible(page);
  await makeEmployee(page, email);
  await expectAccessible(page);
  await expect(page.getByText("Niet geactiveerd").first()).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await choosePassword(other, await mailedLink(email, "activate"), PASSWORD, "Account activeren");
  await expect(other.getByText("Je account is geactiveerd")).toBeVisible();
  await other.reload();
  await other.getByLabel("Nieuw wachtwoord", { exact: true }).fill(OTHER);
  await other.getByRole("button", { name: "Account activeren" }).click();
  await expect(other.getByText(/Deze link werkt niet meer/)).toBeVisible();

  await signInWith(other, email, PASSWORD);
  await other.waitForURL(/\/$/);
  expect((await other.goto("/clients/10001/dossier"))?.status()).toBe(200);
  expect((await other.goto("/clients/10001/export"))?.status()).toBe(403);

  await page.reload();
  await page.getByRole("button", { name: /Neem de rol verzorgende/ }).click();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Neem rol weg" }).click();
  await expect(page.getByText("nog geen rol")).toBeVisible();
  expect((await other.goto("/clients/10001/dossier"))?.status()).toBe(403);

  await page.getByRole("button", { name: "Voeg rol toe" }).click();
  await page.getByLabel("Rol", { exact: true }).selectOption({ label: "regiebehandelaar" });
  await page.getByLabel("Locatie", { exact: true }).selectOption("WEST");
  await page.getByRole("button", { name: "Geef rol" }).click();
  await expect(page.getByRole("button", { name: /Neem de rol regiebehandelaar/ })).toBeVisible();
  expect((await other.goto("/clients/10001/dossier"))?.status()).toBe(404);

  await page.getByLabel("Cliëntnummer").fill("10001");
  await page.getByRole("button", { name: "Laat zien waarom" }).click();
  await expect(page.getByRole("row", { name: /exporteren/ })).toContainText("Regio West");
  await expect(page.getByRole("table", { name: /10001/ })).not.toContainText("Elzenhof");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Zet account uit" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Zet account uit" }).click();
  await expect(page.getByRole("button", { name: "Zet account aan" })).toBeVisible();
  await other.goto("/");
  await expect(other).toHaveURL(/\/login$/);
});

test("a forgotten password is chosen anew by mail: the old one and every session end", async ({
  browser,
  page,
}) => {
  const email = "noor.vergeet@kroniek.example";
  await signIn(page, "beheer@kroniek.example");
  await makeEmployee(page, email);
  const first = await (await browser.newContext()).newPage();
  await choosePassword(first, await mailedLink(email, "activate"), PASSWORD, "Account activeren");
  await signInWith(first, email, PASSWORD);
  await first.waitForURL(/\/$/);

  const second = await (await browser.newContext()).newPage();
  await second.goto("/login");
  await second.getByRole("link", { name: "Wachtwoord vergeten?" }).click();
  await expect(second).toHaveURL(/\/login\/forgotten$/);
  await expectAccessible(second);
  for (const address of ["niemand@kroniek.example", email]) {
    await second.getByLabel("E-mailadres").fill(address);
    await second.getByRole("button", { name: "Stuur de link" }).click();
    await expect(second.getByText("Kijk in je mail")).toBeVisible();
    await second.getByRole("button", { name: "Ander adres invullen" }).click();
  }
  const link = await mailedLink(email, "login/new-password");
  expect(mailTexts().filter((text) => text.includes("niemand@"))).toEqual([]);
  await choosePassword(second, link, "kort", "Wachtwoord instellen");
  await expect(second.getByText(/minstens 12 tekens/).first()).toBeVisible();
  await second.getByLabel("Nieuw wachtwoord", { exact: true }).fill(OTHER);
  await second.getByRole("button", { name: "Wachtwoord instellen" }).click();
  await second.getByRole("link", { name: "Inloggen", exact: true }).click();

  await first.goto("/clients");
  await expect(first).toHaveURL(/\/login$/);
  await signInWith(first, email, PASSWORD);
  await expect(first.getByText(/horen niet bij elkaar/)).toBeVisible();
  await signInWith(second, email, OTHER);
  await second.waitForURL(/\/$/);
  for (const text of mailTexts()) expect(text).not.toMatch(/kanarie(?!@)|verzorgende|Elzenhof/i);
});

test("one's own account says what one may, and the old password guards the new one", async ({ page }) => {
  await signIn(page, "zorg@kroniek.example");
  await page.getByRole("button", { name: /Menu van/ }).click();
  await page.getByRole("menuitem", { name: "Mijn account" }).click();
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByText("Bij cliënten van Huis Elzenhof")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Huidig wachtwoord", { exact: true }).fill("niet het wachtwoord");
  await page.getByLabel("Nieuw wachtwoord", { exact: true }).fill(OTHER);
  await page.getByRole("button", { name: "Wijzig wachtwoord" }).click();
  await expect(page.getByText(/Dit wachtwoord klopt niet/).first()).toBeVisible();
  await expect(page.getByLabel("Nieuw wachtwoord", { exact: true })).toHaveValue(OTHER);
  await expectAccessible(page);
});

test("a role is made and its words follow the tasks; one's own role gains nothing", async ({ page }) => {
  await signIn(page, "beheer@kroniek.example");
  await page.goto("/admin/roles");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Nieuwe rol" }).click();
  await page.getByLabel("Naam van de rol").fill("Nachtdienst");
  await page.getByLabel("Dossier [van een cliënt] inzien").check();
  await expect(page.getByText(/het dossier lezen/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Maak rol" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nachtdienst" })).toBeVisible();
  await page.getByRole("button", { name: "Verwijder rol" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Verwijder rol" }).click();
  await expect(page).toHaveURL(/\/admin\/roles$/);

  await page.getByRole("link", { name: "functioneel beheerder" }).click();
  await page.getByLabel("Audits bekijken").check();
  await page.getByRole("button", { name: "Opslaan" }).click();
  await expect(page.getByText(/Jezelf rechten geven kan niet/)).toBeVisible();
  await expect(page.getByLabel("Audits bekijken")).toBeChecked();
});

test("the location tree is walked by keyboard and by letters, searched, and shows who is where", async ({
  page,
}) => {
  await signIn(page, "regie@kroniek.example");
  await page.goto("/locations");
  await expectAccessible(page);
  const tree = page.getByRole("treegrid", { name: "Locatiegram" });
  await tree.getByRole("row").first().focus();
  await page.keyboard.type("huis e");
  await expect(tree.getByRole("row", { name: /Huis Elzenhof/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/at=OOST-1/);
  await expect(
    page
      .getByRole("table", { name: /Huis Elzenhof/ })
      .getByRole("link")
      .first(),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Zoek locatie").fill("wijk");
  await expect(tree.getByRole("row", { name: /Regio Oost/ })).toBeVisible();
  await expect(tree.getByRole("row", { name: /Huis Elzenhof/ })).toHaveCount(0);
});

for (const address of ["/admin/employees", "/admin/employees/new", "/admin/roles", "/account"]) {
  test(`${address} fits a phone`, async ({ browser }) => {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    await signIn(page, "beheer@kroniek.example");
    await page.goto(address);
    await expectAccessible(page);
  });
}

test("who does not manage rights finds none of it", async ({ page }) => {
  await signIn(page, "regie@kroniek.example");
  for (const address of ["/admin/employees", "/admin/employees/new", "/admin/roles", "/admin/roles/new"]) {
    expect((await page.goto(address))?.status()).toBe(403);
  }
});
