import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, signIn } from "./journey";

const dialog = (page: Page) => page.getByRole("dialog");
const card = (page: Page, title: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: title, level: 2 }) });

const box = (page: Page, label: string) =>
  page
    .getByRole("main")
    .getByRole("textbox", { name: new RegExp(`^${label}`) })
    .first();

async function fillIntake(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await box(page, label).fill(value);
  await page.getByRole("radio", { name: "Man", exact: true }).check();
  await page.getByLabel("Locatie").selectOption({ label: "Huis Elzenhof (Regio Oost)" });
}

test("the dashboard signals clients with one BSN, and leads to all of a signal", async ({ page }) => {
  await signIn(page, "administratie@kroniek.example");
  const signals = card(page, "Signaleringen");
  await expect(signals.getByRole("heading", { name: "Dubbele burgerservicenummers" })).toBeVisible();
  await expect(signals.getByText("(10002)")).toBeVisible();
  await expect(signals.getByRole("heading", { name: "BSN ontbreekt" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/signals/same-bsn");
  await expect(page.getByRole("row").filter({ hasText: "10004" })).toContainText("10005");
  await expectAccessible(page);
});

test("an intake shows who looks alike before anything is stored, and tells each wrong field", async ({
  page,
}) => {
  await signIn(page, "administratie@kroniek.example");
  await page.goto("/clients");
  await page.getByRole("link", { name: "Nieuwe cliënt" }).click();
  await page.getByRole("button", { name: "Cliënt aanmaken" }).click();
  await expect(page.getByText(/Nog \d+ dingen te doen/)).toBeVisible();
  await page.getByRole("link", { name: /Achternaam: Vul dit in/ }).click();
  await expect(box(page, "Achternaam")).toBeFocused();
  await expectAccessible(page);
  // The fictional person who is a client already, as somebody else types him in.
  await fillIntake(page, { Achternaam: "oosterhuis", Geboortedatum: "31-02-1953", Roepnaam: "Hein" });
  await page.getByRole("button", { name: "Cliënt aanmaken" }).click();
  await expect(page.getByText("Deze datum bestaat niet", { exact: false }).first()).toBeVisible();
  await box(page, "Geboortedatum").fill("02-09-1953");
  await page.getByRole("button", { name: "Cliënt aanmaken" }).click();
  const warning = page.getByRole("list", { name: "Cliënten die hierop lijken" });
  await expect(warning.getByRole("listitem")).toHaveCount(2);
  await expect(warning.getByRole("listitem").first()).toContainText("geboortedatum");
  await expect(box(page, "Roepnaam")).toHaveValue("Hein");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Het is iemand anders: toch opslaan" }).click();
  await expect(page).toHaveURL(/\/clients\/102\d\d$/);
  await expect(page.getByText("(Hein)")).toBeVisible();
  await expect(card(page, "Verblijf en locatie").getByText("Huis Elzenhof")).toBeVisible();
});

test("a client moves, a contact ends and is corrected, and the history tells it all", async ({ page }) => {
  await signIn(page, "administratie@kroniek.example");
  await page.goto("/clients/10020");
  await page.getByRole("button", { name: /^Verhuizen: / }).click();
  await dialog(page).getByLabel("Naar locatie").selectOption({ label: "Huis Duinzicht (Regio West)" });
  await dialog(page).getByLabel("Kamer").fill("31");
  await dialog(page).getByLabel("Verhuist op").fill("01-01-1900");
  await dialog(page).getByRole("button", { name: "Opslaan" }).click();
  await expect(
    dialog(page)
      .getByText(/Het einde ligt voor het begin/)
      .first(),
  ).toBeVisible();
  const today = new Date().toLocaleDateString("nl-NL", { day: "2-digit", month: "2-digit", year: "numeric" });
  await dialog(page).getByLabel("Verhuist op").fill(today);
  await expectAccessible(page);
  await dialog(page).getByRole("button", { name: "Opslaan" }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByText("Huis Duinzicht, kamer 31").first()).toBeVisible();

  const contacts = card(page, "Contacten en vertegenwoordigers");
  await contacts.getByRole("button", { name: "Contactpersoon toevoegen" }).click();
  await dialog(page).getByLabel("Naam", { exact: true }).fill("Wim Testman");
  await dialog(page)
    .getByLabel("Vertegenwoordigt de cliënt als")
    .selectOption({ label: "Mentor: mag beslissen over zorg" });
  await dialog(page).getByRole("button", { name: "Opslaan" }).click();
  await expect(contacts.getByText("Wim Testman")).toBeVisible();
  await contacts.getByRole("button", { name: "Beëindigen: Wim Testman" }).click();
  await dialog(page).getByLabel("Tot").fill(today);
  await dialog(page).getByRole("button", { name: "Opslaan" }).click();
  await expect(contacts.getByText(/Beëindigd \(\d+\)/)).toBeVisible();
  await page.getByRole("link", { name: "Wijzigingen" }).click();
  await expect(page.getByText("Contacten en vertegenwoordigers: Wim Testman").first()).toBeVisible();
  await expect(page.getByText("verhuisd", { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test("a client leaves care and comes back, by keyboard alone", async ({ page }) => {
  await signIn(page, "administratie@kroniek.example");
  await page.goto("/clients/10021/care-status");
  await page.getByLabel("Uit zorg op").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.type("Verhuisd");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Zet uit zorg" })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/uit zorg sinds/).first()).toBeVisible();
  await page.goto("/clients/10021/care-status");
  await page.getByLabel("Locatie").selectOption({ label: "Huis Elzenhof (Regio Oost)" });
  await page.getByRole("button", { name: "Zet weer in zorg" }).click();
  await expect(page.getByText("Huis Elzenhof").first()).toBeVisible();
});

test("of two who change one client, the second sees the difference and loses nothing", async ({
  browser,
}) => {
  const contexts = await Promise.all([browser.newContext(), browser.newContext()]);
  const [first, second] = await Promise.all([contexts[0].newPage(), contexts[1].newPage()]);
  for (const page of [first, second]) {
    await signIn(page, "administratie@kroniek.example");
    await page.goto("/clients/10022/edit");
  }
  await box(first, "Roepnaam").fill("Eerste");
  await box(first, "Taal").fill("Fries");
  await first.getByRole("button", { name: "Personalia opslaan" }).click();
  await expect(first).toHaveURL(/\/clients\/10022$/);
  await box(second, "Roepnaam").fill("Tweede");
  await box(second, "Nationaliteit").fill("Belgische");
  await second.getByRole("button", { name: "Personalia opslaan" }).click();
  await expect(second.getByText("Iemand anders heeft dit intussen gewijzigd")).toBeVisible();
  await expect(second.getByText("Overgenomen uit wat nu is vastgelegd: Taal.")).toBeVisible();
  await expect(box(second, "Roepnaam")).toHaveValue("Tweede");
  await expect(box(second, "Taal")).toHaveValue("Fries");
  await expectAccessible(second);
  await second.getByRole("button", { name: "Neem over wat nu is vastgelegd bij Roepnaam" }).click();
  await second.getByRole("button", { name: "Personalia opslaan" }).click();
  await expect(second).toHaveURL(/\/clients\/10022$/);
  await expect(second.getByText("(Eerste)")).toBeVisible();
  await expect(second.getByText("Belgische")).toBeVisible();
  await Promise.all(contexts.map((context) => context.close()));
});
