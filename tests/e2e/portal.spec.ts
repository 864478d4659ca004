import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, signIn } from "./journey";
import { choosePassword, mailedLink } from "./new-account";

const PASSWORD = "blauwe fiets onder water";
const OTHER = "rode boot boven de duinen";
const EMAIL = "wil.buur@kroniek.example";
const PHONE = { width: 390, height: 844 };

async function invite(page: Page): Promise<void> {
  await signIn(page, "regie@kroniek.example");
  await page.goto("/clients/10009/sharing/involved");
  await page.getByRole("button", { name: "Uitnodigen" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Naam", { exact: true }).fill("Wil Kanarie");
  await dialog.getByLabel("E-mailadres").fill(EMAIL);
  await dialog.getByLabel("Relatie tot de cliënt").fill("buurvrouw");
  await dialog.getByRole("button", { name: "Nodig uit" }).click();
  await expect(page.getByRole("row", { name: /Wil Kanarie/ })).toContainText("nog niet geactiveerd");
}

async function enter(phone: Page, password: string): Promise<void> {
  await phone.getByLabel("E-mailadres").fill(EMAIL);
  await phone.getByLabel("Wachtwoord", { exact: true }).fill(password);
  await phone.getByRole("button", { name: "Inloggen" }).click();
}

async function menu(phone: Page, item: string): Promise<void> {
  await phone.getByRole("button", { name: "Menu van Wil Kanarie" }).click();
  await phone.getByRole("menuitem", { name: item }).click();
}

test("a neighbour is invited, activates on a phone, agrees, sees one name, and forgets the password", async ({
  browser,
  page,
}) => {
  await invite(page);
  const phone = await (await browser.newContext({ viewport: PHONE })).newPage();
  const link = await mailedLink(EMAIL, "caren/activate");
  // What a mail scanner does uses nothing up.
  await phone.goto(new URL(link).pathname + new URL(link).hash);
  await choosePassword(phone, link, PASSWORD, "Account activeren");
  await expect(phone.getByText("Uw account is geactiveerd")).toBeVisible();
  await phone.getByRole("link", { name: "Inloggen", exact: true }).click();
  await expect(phone).toHaveURL(/\/caren\/login$/);
  await expectAccessible(phone);

  await enter(phone, "niet dit wachtwoord");
  await expect(phone.getByText(/horen niet bij elkaar/).first()).toBeVisible();
  await expect(phone.getByLabel("E-mailadres")).toHaveValue(EMAIL);
  await enter(phone, PASSWORD);
  await phone.waitForURL(/\/caren\/consent$/);
  await expect(phone.getByText("Ramdin")).toHaveCount(0);
  await expectAccessible(phone);
  await phone.getByRole("button", { name: "Ik ga niet akkoord" }).click();
  await expect(phone.getByText("U gaat niet akkoord")).toBeVisible();
  await expectAccessible(phone);
  await phone.goto("/caren/10009");
  await expect(phone).toHaveURL(/\/caren\/login$/);

  await enter(phone, PASSWORD);
  await phone.waitForURL(/\/caren\/consent$/);
  await phone.getByRole("button", { name: "Ik ga akkoord" }).click();
  await phone.waitForURL(/\/caren$/);
  await expect(phone.getByRole("link", { name: /Roshnie Ramdin/ })).toContainText("buurvrouw");
  await expectAccessible(phone);
  await phone.getByRole("link", { name: /Roshnie Ramdin/ }).click();
  await expect(phone).toHaveURL(/\/caren\/10009$/);
  await expectAccessible(phone);
  expect((await phone.goto("/caren/10001"))?.status()).toBe(404);
  await phone.goto("/caren");
  await menu(phone, "Mijn account");
  await expect(phone.getByText(EMAIL)).toBeVisible();
  await expectAccessible(phone);
  await menu(phone, "Uitloggen");
  await expect(phone).toHaveURL(/\/caren\/login$/);
  await phone.goto("/caren");
  await expect(phone).toHaveURL(/\/caren\/login$/);

  await phone.getByRole("link", { name: "Wachtwoord vergeten?" }).click();
  await phone.getByLabel("E-mailadres").fill(EMAIL);
  await phone.getByRole("button", { name: "Stuur de link" }).click();
  await expect(phone.getByText("Kijk in uw mail")).toBeVisible();
  await expectAccessible(phone);
  await choosePassword(phone, await mailedLink(EMAIL, "caren/new-password"), OTHER, "Wachtwoord instellen");
  await expect(phone.getByText("Uw nieuwe wachtwoord is ingesteld")).toBeVisible();
  await phone.getByRole("link", { name: "Inloggen", exact: true }).click();
  await enter(phone, OTHER);
  await phone.waitForURL(/\/caren$/);

  await page.reload();
  await page.getByRole("button", { name: "Toegang van Wil Kanarie verwijderen" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Verwijder toegang" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  expect((await phone.goto("/caren/10009"))?.status()).toBe(404);
  await phone.goto("/caren");
  await expect(phone.getByText("U kijkt nu met niemand mee")).toBeVisible();
  await expectAccessible(phone);
});
