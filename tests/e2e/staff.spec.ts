import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, signIn } from "./journey";

const results = (page: Page) => page.getByRole("main").getByRole("row");

test("a wrong password says one sentence, keeps what was typed, and lets you try again", async ({ page }) => {
  await page.goto("/login");
  await expectAccessible(page);
  await page.getByLabel("E-mailadres").fill("regie@kroniek.example");
  await page.getByLabel("Wachtwoord", { exact: true }).fill("niet het wachtwoord");
  await page.getByRole("button", { name: "Inloggen" }).click();
  await expect(page.getByText(/Dit e-mailadres en wachtwoord horen niet bij elkaar/)).toBeVisible();
  await expect(page.getByLabel("E-mailadres")).toHaveValue("regie@kroniek.example");
  await expectAccessible(page);
  await signIn(page, "regie@kroniek.example");
  await expectAccessible(page);
});

test("a stranger who opens a client is asked to sign in and learns nothing", async ({ page }) => {
  await page.goto("/clients/10001/export");
  await expect(page).toHaveURL(/\/login$/);
  await expect(page.getByText("Verhoeven")).toHaveCount(0);
});

test("a client is found by name and by number, and the term is never in the address", async ({ page }) => {
  await signIn(page, "regie@kroniek.example");
  await page.goto("/clients");
  await expectAccessible(page);
  for (const term of ["Verhoeven", "10001"]) {
    await page.getByRole("main").getByLabel("Zoek een cliënt").fill(term);
    await page.getByRole("main").getByLabel("Zoek een cliënt").press("Enter");
    await expect(results(page).filter({ hasText: "10001" })).toBeVisible();
    expect(page.url()).not.toContain(term);
  }
  await results(page).filter({ hasText: "10001" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/clients\/10001/);
  await expectAccessible(page);
});

test("a client out of reach and one that does not exist answer alike", async ({ page }) => {
  await signIn(page, "zorg@kroniek.example");
  const told = [];
  for (const number of ["10011", "99999"]) {
    const answer = await page.goto(`/clients/${number}`);
    told.push({ status: answer?.status(), text: await page.getByRole("main").innerText() });
  }
  expect(told[0]).toEqual(told[1]);
  expect(told[0]?.status).toBe(404);
  await expectAccessible(page);
});
