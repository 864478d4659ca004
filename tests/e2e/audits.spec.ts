import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { expectAccessible, signIn } from "./journey";

test("the privacy officer asks who opened a client, opens a row, and takes the signed file along, by keyboard", async ({
  browser,
  page,
}) => {
  const nurse = await (await browser.newContext()).newPage();
  await signIn(nurse, "zorg@kroniek.example");
  await nurse.goto("/clients/10001");

  await signIn(page, "audit@kroniek.example");
  await page.getByRole("link", { name: "Audits" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Ons Audits" })).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel("Cliëntnummer").fill("10001");
  await page.getByRole("button", { name: "Wie opende deze cliënt?" }).press("Enter");
  const rows = page.getByRole("table", { name: "Logregels, nieuwste eerst" });
  await expect(rows.getByRole("row")).not.toHaveCount(1);
  await expect(rows.getByText("Fatima El Amrani").first()).toBeVisible();
  await expect(page).toHaveURL(/\/audits$/);
  await expect(page.getByText("Verhoeven")).toHaveCount(0);

  await rows
    .getByRole("button", { name: /Opent cliënt/ })
    .first()
    .press("Enter");
  const details = page.getByRole("complementary", { name: "Logregel" });
  await expect(details).toContainText("Taak: Dossier [van een cliënt] inzien");
  await expectAccessible(page);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download ondertekend bestand" }).press("Enter"),
  ]);
  const lines = readFileSync(await download.path(), "utf8")
    .trimEnd()
    .split("\n");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ kind: "header", scope: "selection" });
  expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ kind: "end", rows: lines.length - 2 });
});

test("the four export texts are found by typing a part of them", async ({ page }) => {
  await signIn(page, "audit@kroniek.example");
  await page.goto("/audits");
  await page.getByRole("combobox", { name: "Gebeurtenis" }).fill("cliënt export");
  for (const text of [
    "Bekijkt cliënt export pagina",
    "Bekijkt cliënt exports",
    "Maakt nieuwe cliënt export aan",
    "Downloadt cliënt export",
  ]) {
    await expect(page.getByRole("option", { name: text, exact: true })).toBeVisible();
  }
});

test("the log is recomputed when asked, and says that it is whole", async ({ page }) => {
  await signIn(page, "audit@kroniek.example");
  await page.goto("/audits");
  await page.getByRole("button", { name: "Controleer nu" }).press("Enter");
  await expect(page.getByText("Keten klopt.")).toBeVisible();
});

test("someone without the task finds no Audits, and the address refuses", async ({ page }) => {
  await signIn(page, "regie@kroniek.example");
  await expect(page.getByRole("link", { name: "Audits" })).toHaveCount(0);
  expect((await page.goto("/audits"))?.status()).toBe(403);
});

test("who looked into a dossier is told for the client, on a screen, a phone and for the privacy officer", async ({
  browser,
  page,
}) => {
  await signIn(page, "regie@kroniek.example");
  await page.goto("/clients/10001");
  await page.getByRole("link", { name: "Wie heeft in dit dossier gekeken" }).press("Enter");
  await expect(page).toHaveURL(/\/clients\/10001\/log$/);
  await expect(page.getByText("Opende de pagina van de cliënt").first()).toBeVisible();
  await expectAccessible(page);
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await signIn(phone, "audit@kroniek.example");
  await phone.goto("/audits/clients/10001");
  await expect(phone.getByText("Sanne Kuipers").first()).toBeVisible();
  await expectAccessible(phone);
  await phone.goto("/audits");
  await phone
    .getByRole("button", { name: /open logregel/ })
    .first()
    .click();
  await expect(phone.getByRole("dialog")).toContainText("Mocht door");
  await expectAccessible(phone);
});
