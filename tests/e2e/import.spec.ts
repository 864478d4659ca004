import { expect, test } from "@playwright/test";
import { ALLERGY, bundle, ENCOUNTER, ORGANIZATION, PATIENT } from "../interchange/importing";
import { expectAccessible, signIn } from "./journey";

const json = (name: string, text: string) => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(text),
});

test("someone without any right to dossiers imports files, sees counts and reasons, and no contents", async ({
  page,
}) => {
  await signIn(page, "beheer@kroniek.example");
  await page.goto("/admin/import");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Start import" }).click();
  await expect(page.getByText("Nog 2 dingen te doen")).toBeVisible();
  await expectAccessible(page);

  await page
    .locator("input[type=file]")
    .setInputFiles([
      json("dossier.json", bundle([PATIENT, ALLERGY, ENCOUNTER, ORGANIZATION])),
      json("kapot.json", "{"),
    ]);
  await page.getByLabel("Locatie").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Start import" }).press("Enter");
  const rows = page.getByRole("table", { name: "Imports" }).getByRole("row");
  await expect(rows.nth(1)).toContainText("Klaar, met weigeringen");
  await expectAccessible(page);

  await rows.nth(1).getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Verslag van import" })).toBeVisible();
  await expect(page.getByText(/kapot\.json: De JSON is niet geldig/)).toBeVisible();
  await expect(page.getByText(/read=5 mapped=\d kept=\d refused=1 clients=1/)).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("de Wit");
  await expect(page.getByRole("main")).not.toContainText("Penicilline");
  await expectAccessible(page);
});

test("someone without the task finds no import page", async ({ page }) => {
  await signIn(page, "zorg@kroniek.example");
  for (const address of ["/admin/import", "/admin/import/none"]) {
    expect((await page.goto(address))?.status()).toBe(403);
  }
});

test("Importeren fits a phone", async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await signIn(page, "beheer@kroniek.example");
  await page.goto("/admin/import");
  await expectAccessible(page);
});
