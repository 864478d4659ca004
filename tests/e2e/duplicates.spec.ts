import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, signIn } from "./journey";

const OFFICE = "administratie@kroniek.example";
const pair = (page: Page, title: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: title, level: 2 }) });

test("a pair is found from the signal, explained, put aside as two people, and back when a birth date changes", async ({
  page,
}) => {
  await signIn(page, OFFICE);
  await expect(page.getByRole("heading", { name: "Mogelijk dubbele cliënten" })).toBeVisible();
  await page.locator('a[href="/clients/duplicates?client=10219"]').click();
  await expect(page).toHaveURL(/\/clients\/duplicates\?client=10219$/);
  const annie = pair(page, "10215 en 10219");
  await expect(annie.getByText("Vrijwel zeker één persoon")).toBeVisible();
  const row = (name: string) => annie.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
  await expect(row("Geboortedatum")).toContainText("bijna hetzelfde");
  await expect(row("Telefoon")).toContainText("zelfde");
  await expect(row("BSN")).toContainText("onbekend");
  await expectAccessible(page);

  // By keyboard alone: the question, no, the question again, yes.
  await annie.getByRole("button", { name: "Geen dubbele: 10215 en 10219" }).focus();
  await page.keyboard.press("Enter");
  const question = page.getByRole("dialog");
  await expect(question).toContainText("worden genoteerd als twee verschillende personen");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(question).toHaveCount(0);
  await page.keyboard.press("Enter");
  await question.getByRole("button", { name: "Noteer als geen dubbele" }).press("Enter");
  await expect(annie).toHaveCount(0);
  await expect(page.getByText("Geen paren te bekijken")).toBeVisible();
  await page.getByRole("link", { name: "Geen dubbele (1)" }).click();
  await expect(annie).toContainText("Beoordeeld als geen dubbele door");
  await expectAccessible(page);
  await page.goto("/");
  await expect(page.getByText("(10219)")).toHaveCount(0);

  await page.goto("/clients/10219/edit");
  await page
    .getByRole("main")
    .getByRole("textbox", { name: /^Geboortedatum/ })
    .fill("09-08-1948");
  await page.getByRole("button", { name: "Personalia opslaan" }).click();
  await expect(page).toHaveURL(/\/clients\/10219$/);
  await page.goto("/clients/duplicates?client=10219");
  await expect(row("Geboortedatum")).toContainText("zelfde");
  await expect(annie).toContainText("Eerder beoordeeld als geen dubbele");
  await expect(annie.getByRole("link", { name: "Samenvoegen: 10215 en 10219" })).toHaveAttribute(
    "href",
    "/clients/10215/merge/10219",
  );
});

test("all pairs, one BSN first and never in full; searching again ends by itself; on a phone as well", async ({
  page,
}) => {
  await signIn(page, OFFICE);
  await page.goto("/clients");
  await page.getByRole("link", { name: "Dubbele cliënten" }).click();
  await expect(page).toHaveURL(/\/clients\/duplicates$/);
  const titles = page.getByRole("heading", { level: 2, name: / en / });
  await expect(titles.first()).toHaveText(/^(10002 en 10003|10004 en 10005)$/);
  await expect(page.getByText(/\*{6}\d{3}/).first()).toBeVisible();
  expect(await page.getByRole("main").innerText()).not.toMatch(/\b9999\d{5}\b/);
  await page.getByRole("button", { name: "Opnieuw zoeken" }).click();
  await expect(page.getByRole("button", { name: "Opnieuw zoeken" })).toBeEnabled();
  await expect(page.getByText(/vergeleken vandaag/)).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
});

test("who does not merge has no way in", async ({ page }) => {
  await signIn(page, "zorg@kroniek.example");
  const answer = await page.goto("/clients/duplicates");
  expect(answer?.status()).toBe(403);
});
