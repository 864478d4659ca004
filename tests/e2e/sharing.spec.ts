import { expect, type Page, test } from "@playwright/test";
import { type Email, expectAccessible, signIn } from "./journey";

const OWNER: Email = "regie@kroniek.example";
const EXTERN: Email = "extern@kroniek.example";
const client = "/clients/10009";
const sharing = `${client}/sharing`;

const rowOf = (page: Page, name: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
const dialog = (page: Page) => page.getByRole("dialog");
const header = (page: Page) => page.getByRole("region", { name: "Cliënt", exact: true });

/** Opens the list as it is now. */
async function look(page: Page): Promise<void> {
  await page.goto(sharing);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dossier rechten");
}

async function handOver(page: Page, to: string): Promise<void> {
  await look(page);
  await page.getByRole("button", { name: `Maak ${to} eigenaar` }).click();
  await expect(dialog(page)).toContainText("Jij wordt Collaborator");
  await dialog(page).getByRole("button", { name: "Draag over" }).click();
  await expect(rowOf(page, to)).toContainText("Eigenaar");
  await expect(page.getByRole("button", { name: "Dossier verlaten" })).toBeVisible();
}

test("an owner shares with a therapist from outside, who sees that dossier and no other, step by step", async ({
  page,
  browser,
}) => {
  const outside = await (await browser.newContext()).newPage();
  await signIn(outside, EXTERN);
  await outside.goto("/clients");
  await expect(outside.getByText("zodra de eigenaar het met je deelt")).toBeVisible();
  await expectAccessible(outside);
  await outside.goto("/locations");
  await expect(outside.getByText("Dossiers die met je gedeeld zijn vind je bij Cliënten")).toBeVisible();
  expect((await outside.goto(client))?.status()).toBe(404);

  await signIn(page, OWNER);
  await look(page);
  await expect(rowOf(page, "Sanne Kuipers")).toContainText("Eigenaar");
  await expect(header(page)).toContainText("Jouw rol: Eigenaar");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Collega toevoegen" }).click();
  await dialog(page).getByLabel("E-mailadres van de collega").fill("niemand@kroniek.example");
  await dialog(page).getByText("Viewer", { exact: true }).click();
  await dialog(page).getByRole("button", { name: "Voeg toe" }).click();
  await expect(dialog(page).getByText("eerst een account te maken").first()).toBeVisible();
  await expectAccessible(page);
  await dialog(page).getByLabel("E-mailadres van de collega").fill(EXTERN);
  await dialog(page).getByRole("button", { name: "Voeg toe" }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(rowOf(page, "Tom Hendriks")).toContainText("Viewer");

  await outside.goto("/clients");
  await expect(outside.getByRole("row")).toHaveCount(2);
  await outside.goto(`${client}/dossier/reports`);
  await expect(header(outside)).toContainText("Jouw rol: Viewer");
  await expect(outside.getByRole("link", { name: /toevoegen/i })).toHaveCount(0);
  expect((await outside.goto(`${client}/dossier/reports/new`))?.status()).toBe(403);
  expect((await outside.goto("/clients/10001"))?.status()).toBe(404);
  await look(outside);
  await expect(outside.getByRole("button", { name: "Collega toevoegen" })).toHaveCount(0);

  await page.getByRole("button", { name: "Wijzig de rol van Tom Hendriks" }).click();
  await dialog(page).getByText("Collaborator", { exact: true }).click();
  await expectAccessible(page);
  await dialog(page).getByRole("button", { name: "Opslaan" }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(rowOf(page, "Tom Hendriks").first()).toContainText("Collaborator");
  expect((await outside.goto(`${client}/dossier/reports/new`))?.status()).toBe(200);

  await handOver(page, "Tom Hendriks");
  await page.getByRole("button", { name: "Dossier verlaten" }).click();
  await dialog(page).getByRole("button", { name: "Verlaat dossier" }).click();
  await expect(page).toHaveURL(/\/clients$/);
  await look(outside);
  await expect(rowOf(outside, "Sanne Kuipers")).toHaveCount(0);
  await outside.getByText(/^Eerder \(/).click();
  await expect(rowOf(outside, "Sanne Kuipers").first()).toContainText("Zelf vertrokken");
  await expectAccessible(outside);
});

test("the new owner gives the dossier back, leaves it, and sees nothing of it any more", async ({ page }) => {
  await signIn(page, EXTERN);
  await look(page);
  await page.getByRole("button", { name: "Collega toevoegen" }).click();
  await dialog(page).getByLabel("E-mailadres van de collega").fill(OWNER);
  await dialog(page).getByText("Collaborator", { exact: true }).click();
  await dialog(page).getByRole("button", { name: "Voeg toe" }).click();
  await expect(dialog(page)).toBeHidden();
  await handOver(page, "Sanne Kuipers");
  await page.getByRole("button", { name: "Dossier verlaten" }).click();
  await dialog(page).getByRole("button", { name: "Verlaat dossier" }).click();
  await expect(page).toHaveURL(/\/clients$/);
  await expect(page.getByText("zodra de eigenaar het met je deelt")).toBeVisible();
  expect((await page.goto(client))?.status()).toBe(404);
});
