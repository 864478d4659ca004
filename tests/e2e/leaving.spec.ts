import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, signIn } from "./journey";

const question = (page: Page) => page.getByRole("heading", { name: "Weggaan zonder op te slaan?" });
const box = (page: Page, label: string) =>
  page.getByRole("textbox", { name: new RegExp(`^${label}`) }).first();
const stay = (page: Page) => page.getByRole("button", { name: "Hier blijven" }).click();
const go = (page: Page) => page.getByRole("button", { name: "Weggaan, niet opslaan" }).click();

test("typed text of a client form is asked about by a link, the way back, the search and a closing tab", async ({
  page,
}) => {
  await signIn(page, "administratie@kroniek.example");
  await page.goto("/clients");
  await page.getByRole("link", { name: "Nieuwe cliënt" }).click();
  await page.getByRole("link", { name: "Terug" }).click();
  // Nothing was typed, so nothing is asked.
  await page.getByRole("link", { name: "Nieuwe cliënt" }).click();
  await box(page, "Achternaam").fill("Kanarie");
  await page.getByRole("link", { name: "Terug" }).click();
  await expect(question(page)).toBeVisible();
  await expectAccessible(page);
  await stay(page);
  await page.evaluate(() => history.back());
  await expect(question(page)).toBeVisible();
  await stay(page);
  await expect(page).toHaveURL(/\/clients\/new$/);
  await expect(box(page, "Achternaam")).toHaveValue("Kanarie");
  const asked = page.waitForEvent("dialog");
  const away = page.goto("/locations").catch(() => undefined);
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await away;
  await page.getByRole("searchbox").fill("10002");
  await page.getByRole("listbox").getByRole("option").filter({ hasText: "10002" }).click();
  await expect(question(page)).toBeVisible();
  await stay(page);
  await page.evaluate(() => history.back());
  await go(page);
  await expect(page).toHaveURL(/\/clients$/);
  await expect(page.getByRole("link", { name: "Nieuwe cliënt" })).toBeVisible();
});

test("Escape in a dialog with typed text asks first, and staying keeps it", async ({ page }) => {
  await signIn(page, "administratie@kroniek.example");
  await page.goto("/clients/10001");
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Adres toevoegen" }).click();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await page.getByRole("button", { name: "Adres toevoegen" }).click();
  await box(page, "Straat").fill("Dorpsstraat");
  await page.keyboard.press("Escape");
  await expect(question(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(question(page)).toHaveCount(0);
  await expect(box(page, "Straat")).toHaveValue("Dorpsstraat");
  await dialog.getByRole("button", { name: "Terug" }).click();
  await go(page);
  await expect(dialog).toHaveCount(0);
});

test("a questionnaire being made is asked about until its concept is saved", async ({ page }) => {
  await signIn(page, "beheer@kroniek.example");
  await page.goto("/admin/questionnaires/new");
  await box(page, "Titel").fill("Gewoonten");
  await page.getByRole("link", { name: "Terug" }).click();
  await expect(question(page)).toBeVisible();
  await stay(page);
  await page.getByRole("button", { name: "Concept opslaan" }).click();
  await expect(page).toHaveURL(/questionnaires\/[0-9a-f-]{36}$/);
  await page.getByRole("link", { name: "Terug" }).click();
  await expect(page).toHaveURL(/questionnaires$/);
});

test("what was wrong goes from field and summary when the field is mended, without taking the focus", async ({
  page,
}) => {
  await signIn(page, "administratie@kroniek.example");
  await page.goto("/clients/new");
  await page.getByRole("button", { name: "Cliënt aanmaken" }).click();
  const line = page.getByRole("link", { name: /^Achternaam: / });
  await expect(line).toBeVisible();
  const others = await page.getByRole("link", { name: /: Vul dit in\.$/ }).count();
  await box(page, "Achternaam").fill("Kanarie");
  await expect(line).toHaveCount(0);
  await expect(page.getByRole("link", { name: /: Vul dit in\.$/ })).toHaveCount(others - 1);
  await expect(box(page, "Achternaam")).toBeFocused();
  await expect(box(page, "Achternaam")).not.toHaveAttribute("aria-invalid", "true");
});

test("a question to the log that needs a client number says so at its field", async ({ page }) => {
  await signIn(page, "audit@kroniek.example");
  await page.goto("/audits");
  await page.getByRole("button", { name: "Wie opende deze cliënt?" }).click();
  await expect(page.getByText("Vul een cliëntnummer in.")).toBeVisible();
  await expect(page.getByLabel("Cliëntnummer")).toBeFocused();
  await page.getByLabel("Cliëntnummer").fill("10001");
  await expect(page.getByText("Vul een cliëntnummer in.")).toHaveCount(0);
});

test("a page behind a task one lacks answers 403, also under a page one may open", async ({ page }) => {
  await signIn(page, "zorg@kroniek.example");
  for (const address of ["edit", "bsn", "care-status", "consent", "export"]) {
    const answer = await page.goto(`/clients/10001/${address}`);
    expect(answer?.status(), address).toBe(403);
  }
});
