import { expect, type Page, test } from "@playwright/test";
import { DEMO_PASSWORD } from "@/db/seed/people";
import { expectAccessible, signIn } from "./journey";

/** A client at WEST, where the practitioner of OOST has nothing to do, as the office finds one. */
async function someoneAtWest(page: Page): Promise<string> {
  await signIn(page, "administratie@kroniek.example");
  await page.goto("/clients");
  const row = page.getByRole("main").getByRole("row").filter({ hasText: /West/ }).first();
  const href = await row.getByRole("link").first().getAttribute("href");
  return /\d+/.exec(href ?? "")?.[0] ?? "";
}

test("a practitioner opens a client elsewhere in an emergency, reads, closes it, and someone else reviews it", async ({
  browser,
  page,
}) => {
  const office = await (await browser.newContext()).newPage();
  const number = await someoneAtWest(office);
  const reason = `Niet aanspreekbaar gevonden, medicatie nodig voor ${number}`;

  await signIn(page, "regie@kroniek.example");
  expect((await page.goto(`/clients/${number}`))?.status()).toBe(404);
  await page.getByRole("link", { name: "Gebruik de noodprocedure" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Noodprocedure" })).toBeVisible();
  await page.getByLabel("Cliëntnummer of BSN").fill(number.slice(0, 4));
  await page.getByLabel("Cliëntnummer of BSN").press("Enter");
  await expect(page.getByText("Niemand gevonden")).toBeVisible();
  await page.getByLabel("Cliëntnummer of BSN").fill(number);
  await page.getByLabel("Cliëntnummer of BSN").press("Enter");
  await expect(page.getByRole("heading", { name: "Is dit de cliënt?" })).toBeVisible();
  await expect(page).toHaveURL(/\/emergency$/);
  await expectAccessible(page);

  await page.getByLabel("Waarom moet je dit dossier nu openen?").fill("  kort  ");
  await page.getByRole("button", { name: "Open dit dossier één uur" }).click();
  await expect(page.getByText(/Schrijf in minstens 10 tekens/)).toBeVisible();
  await page.getByLabel("Waarom moet je dit dossier nu openen?").fill(reason);
  await page.getByRole("button", { name: "Open dit dossier één uur" }).click();
  const password = page.getByLabel("Je wachtwoord", { exact: true });
  const banner = page.getByRole("region", { name: "Noodprocedure" });
  await expect(password.or(banner)).toBeVisible();
  if (await password.isVisible()) {
    await password.fill(DEMO_PASSWORD);
    await page.getByRole("button", { name: "Open dit dossier één uur" }).click();
  }
  await expect(page).toHaveURL(new RegExp(`/clients/${number}$`));
  await expect(banner).toContainText(/Nog (60|59) minuten open/);
  await expectAccessible(page);

  await page.goto(`/clients/${number}/dossier/reports`);
  await expect(page.getByRole("heading", { level: 1, name: "Rapportages" })).toBeVisible();
  await expect(banner).toBeVisible();
  await page.goto(`/clients/${number}/export`);
  await expect(page.getByRole("heading", { level: 1, name: "Deze pagina is er niet" })).toBeVisible();
  await page.goto(`/clients/${number}`);
  await banner.getByRole("button", { name: "Sluit nu" }).press("Enter");
  await expect(page.getByText("De noodprocedure is gesloten")).toBeVisible();
  expect((await page.goto(`/clients/${number}`))?.status()).toBe(404);

  const officer = await (await browser.newContext()).newPage();
  await signIn(officer, "audit@kroniek.example");
  await expect(officer.getByRole("heading", { name: /Noodprocedure te beoordelen/ })).toBeVisible();
  await officer.goto("/audits");
  await officer.getByRole("link", { name: "Noodprocedures beoordelen" }).click();
  await expect(officer.getByRole("heading", { level: 1, name: "Noodprocedures" })).toBeVisible();
  await expectAccessible(officer);
  const use = officer.locator("section").filter({ hasText: reason });
  await expect(use).toContainText("Sanne Kuipers, regiebehandelaar");
  await use.getByRole("button", { name: "Leg oordeel vast" }).click();
  await expect(use.getByText("Kies of het terecht was.")).toBeVisible();
  await use.getByRole("radio", { name: "Terecht", exact: true }).check();
  await use.getByLabel("Toelichting").fill("Nagevraagd bij het team.");
  await use.getByRole("button", { name: "Leg oordeel vast" }).click();
  await expect(use.getByText(/Hanneke Post, functionaris/)).toBeVisible();
  await use.getByRole("link", { name: /bekeken of gewijzigd/ }).click();
  await expect(officer.getByLabel("Cliëntnummer")).toHaveValue(number);
  await expect(
    officer
      .getByRole("table")
      .getByText(/Opent cliënt/)
      .first(),
  ).toBeVisible();
});
