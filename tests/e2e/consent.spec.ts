import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, signIn } from "./journey";

const screen = "/clients/10001/consent";
const PARTY = "Landelijk Schakelpunt/Mitz";

/** A PDF as a scanner makes it, as small as one can be. */
const signed = {
  name: "verklaring-mitz.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from(
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
  ),
};

const rowOf = (page: Page, party: string) => page.getByRole("row").filter({ hasText: party });

test("a Ja with its signed statement is found by its label, withdrawn, and both stay in the history", async ({
  page,
  browser,
}) => {
  await signIn(page, "administratie@kroniek.example");
  await page.goto(screen);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gebruik dossier- en persoonsgegevens");
  await expect(rowOf(page, PARTY)).toContainText("niets vastgelegd");
  await expectAccessible(page);

  await rowOf(page, PARTY).getByText("Ja", { exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Besloten op").fill("31-02-2026");
  await dialog.locator("input[type=file]").setInputFiles(signed);
  await dialog.getByRole("button", { name: "Ja vastleggen" }).click();
  await expect(dialog.getByText("Deze datum bestaat niet").first()).toBeVisible();
  await expect(dialog.getByText(signed.name)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Besloten op").fill("20-11-2026");
  await dialog.getByRole("button", { name: "Ja vastleggen" }).click();
  await expect(dialog).toBeHidden();
  await expect(rowOf(page, PARTY)).toContainText("Delen mag");
  await expect(rowOf(page, PARTY).getByRole("button", { name: /Bekijken/ })).toBeVisible();

  const colleague = await (await browser.newContext()).newPage();
  await signIn(colleague, "regie@kroniek.example");
  await colleague.goto("/clients/10001/dossier/documents");
  await colleague.getByLabel("Label").selectOption({ label: "Toestemmingsverklaring" });
  await expect(colleague.getByText(`Toestemmingsverklaring ${PARTY}`).first()).toBeVisible();
  await colleague.context().close();

  await rowOf(page, PARTY).getByText("Niet vastgelegd", { exact: true }).click();
  await dialog.getByRole("button", { name: "Intrekken" }).click();
  await expect(dialog).toBeHidden();
  await expect(rowOf(page, PARTY)).toContainText("Niet delen");
  const history = page.getByRole("region", { name: `Geschiedenis: ${PARTY}` });
  await expect(history.getByRole("article")).toHaveCount(2);
  await expect(history.getByRole("article").first()).toContainText("Ingetrokken");
  await expect(history.getByRole("article").last()).toContainText("Ja");
  await expectAccessible(page);
});

test("what may be shared is said with its reason, and a copy goes or is refused by it", async ({ page }) => {
  await signIn(page, "administratie@kroniek.example");
  await page.goto("/clients/10010/consent");
  const nza = rowOf(page, "NZa registratieonderzoek eerstelijnsverblijf");
  await expect(nza).toContainText("Delen mag");
  await expect(nza).toContainText("geen bezwaar vastgelegd");
  const chain = rowOf(page, "Andere zorgaanbieders in de keten");
  await expect(chain).toContainText("Niet delen");
  await chain.getByRole("button", { name: /Kopie delen/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Kopie maken" }).click();
  await expect(page.getByText("Voor deze partij is geen toestemming vastgelegd")).toBeVisible();
  await page.getByRole("button", { name: "Niet delen" }).click();

  await nza.getByRole("button", { name: /Kopie delen/ }).click();
  const arriving = page.waitForEvent("download");
  await page.getByRole("dialog").getByRole("button", { name: "Kopie maken" }).click();
  expect((await arriving).suggestedFilename()).toMatch(/^kopie-10010-\d{8}\.json$/);

  await nza.getByText("Nee", { exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Nee vastleggen" }).click();
  await expect(nza).toContainText("Niet delen");
  await expect(nza).toContainText("Nee op");
});

test("the screen is closed to a carer, and administrators see who said what", async ({ page }) => {
  await signIn(page, "zorg@kroniek.example");
  const answer = await page.goto(screen);
  expect(answer?.status()).toBe(403);
  await page.context().clearCookies();
  await signIn(page, "administratie@kroniek.example");
  await page.goto("/admin/parties");
  await expectAccessible(page);
  const prem = rowOf(page, "Cliëntervaringsonderzoek PREM");
  await prem.getByRole("link", { name: /Nee, Cliëntervaringsonderzoek/ }).click();
  await expect(page.getByRole("row").nth(1)).toContainText("Nee vastgelegd");
  await page.goto("/admin/parties/prem");
  const arriving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Adressenlijst maken" }).click();
  expect((await arriving).suggestedFilename()).toMatch(/^adressenlijst-\d{8}\.xlsx$/);
  await expectAccessible(page);
});
