import { expect, type Page, test } from "@playwright/test";
import { readXlsx } from "../export/xlsx-reader";
import { readZip } from "../export/zip-reader";
import { expectAccessible, signIn } from "./journey";
import { makeAndSaveExport } from "./saved-export";

const client = "/clients/10001";
const portal = "/caren/10001";
const PHONE = { width: 390, height: 844 };
const dialog = (page: Page) => page.getByRole("dialog");

test("a betrokkene fills in on a phone what a therapist asks, and it is in the dossier", async ({
  page,
  browser,
}) => {
  await signIn(page, "regie@kroniek.example");
  await page.goto(`${client}/sharing/involved`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Vragenlijst vragen" }).click();
  const form = dialog(page);
  await form.getByRole("button", { name: "Vraag", exact: true }).click();
  await expect(form.getByText("Vul dit in.").first()).toBeVisible();
  await form.getByText(/^Els Brouwer, Betrokkene/).click();
  await form.getByText("Welzijn en gewoonten", { exact: true }).click();
  await form.getByLabel("Uiterlijk invullen op").fill("31-12-2099");
  await form.getByRole("button", { name: "Vraag", exact: true }).click();
  await expect(form.getByText("meer dan een jaar vooruit").first()).toBeVisible();
  const due = new Date(Date.now() + 14 * 86_400_000).toLocaleDateString("nl-NL");
  await form.getByLabel("Uiterlijk invullen op").fill(due);
  await expectAccessible(page);
  await form.getByRole("button", { name: "Vraag", exact: true }).click();
  await expect(form).toBeHidden();
  const asked = page.getByRole("row").filter({ hasText: "Welzijn en gewoonten" }).first();
  await expect(asked).toContainText("Gevraagd");

  const phone = await (await browser.newContext({ viewport: PHONE })).newPage();
  await signIn(phone, "betrokkene@kroniek.example");
  await phone.goto(portal);
  await expectAccessible(phone);
  await phone.getByRole("link", { name: "Vul in: Welzijn en gewoonten" }).click();
  await phone.getByRole("button", { name: "Stuur in" }).click();
  await expect(phone.getByText("Hoe wilt u genoemd worden?").first()).toBeVisible();
  await expectAccessible(phone);
  await phone.getByLabel("Hoe wilt u genoemd worden?").fill("Mevrouw V.");
  await phone.getByRole("button", { name: "Bewaar en ga later verder" }).click();
  await expect(phone.getByText("Uw antwoorden zijn bewaard")).toBeVisible();
  await phone.goto(portal);
  await phone.getByRole("link", { name: "Ga verder met: Welzijn en gewoonten" }).click();
  await expect(phone.getByLabel("Hoe wilt u genoemd worden?")).toHaveValue("Mevrouw V.");
  await phone.getByLabel("Hoe ziet een goede dag eruit?").fill("Koffie in de zon, zei haar casemanager.");
  await phone.getByRole("button", { name: "Stuur in" }).click();
  await expect(phone.getByText("uw antwoorden zijn ingestuurd")).toBeVisible();
  await phone.goto(portal);
  await phone.getByRole("link", { name: "Welzijn en gewoonten, lees terug" }).last().click();
  await expect(phone.getByText("Koffie in de zon, zei haar casemanager.")).toBeVisible();
  await expectAccessible(phone);
  for (const place of ["documents", "access"]) {
    await phone.goto(`${portal}/${place}`);
    await expect(phone.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(phone);
  }
  expect((await phone.goto(`${portal}/log`))?.status()).toBe(404);
  expect((await phone.goto("/caren/10008"))?.status()).toBe(404);

  await page.goto(`${client}/sharing/involved`);
  await expect(asked).toContainText("Ingevuld");
  await asked.getByRole("link", { name: "Welzijn en gewoonten" }).click();
  await expect(page.getByText("Els Brouwer (casemanager dementie)")).toBeVisible();
  await expect(page.getByText("Koffie in de zon, zei haar casemanager.")).toBeVisible();
  await expect(page.getByText("Els Brouwer, betrokkene")).toBeVisible();

  await page.goto(`${client}/export`);
  const zip = readZip(await makeAndSaveExport(page));
  const rowsOf = (book: string, sheet: string) =>
    [
      ...(readXlsx(zip.find(({ name }) => name === book)?.content ?? Buffer.alloc(0))
        .find(({ name }) => name === sheet)
        ?.rows.values() ?? []),
    ].map((row) => [...row.values()].map(({ value }) => String(value)).join("\n"));
  const answer = rowsOf("vragenlijsten.xlsx", "Vragenlijsten").find((row) =>
    row.includes("Koffie in de zon"),
  );
  expect(answer).toContain("Hoe ziet een goede dag eruit?");
  expect(answer).toContain("Els Brouwer (casemanager dementie)");
  const entry = rowsOf("dossier.xlsx", "Vragenlijsten").find((row) => row.includes("Koffie in de zon"));
  expect(entry).toContain("Els Brouwer, betrokkene");
});

test("a document is shared from its page, and what the other shares is in the dossier", async ({
  page,
  browser,
}) => {
  const other = await (await browser.newContext({ viewport: PHONE })).newPage();
  await signIn(other, "client@kroniek.example");
  await other.goto("/caren/10009/documents");
  await other.getByRole("button", { name: "Deel dit document" }).click();
  await expect(other.getByText("Kies een bestand.").first()).toBeVisible();
  const content = Buffer.from(
    "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n",
  );
  const file = { name: "brief-van-thuis.pdf", mimeType: "application/pdf", buffer: content };
  await other.locator('input[type="file"]').setInputFiles(file);
  await other.getByLabel("Wat is het?").fill("Brief van thuis");
  await other.getByRole("button", { name: "Deel dit document" }).click();
  await expect(other.getByRole("button", { name: "Download Brief van thuis" })).toBeVisible();
  await other.goto("/caren/10009/log");
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Wie heeft gekeken");
  await expect(other.getByText("Deelde een document vanuit het portaal").first()).toBeVisible();
  await expectAccessible(other);

  await signIn(page, "regie@kroniek.example");
  await page.goto("/clients/10009/dossier/documents");
  const title = page.getByRole("button", { name: /Brief van thuis/ });
  await title.first().click();
  await page.getByRole("link", { name: "Document openen" }).first().click();
  await page.getByLabel("Els Brouwer, Betrokkene").check();
  await page.getByRole("button", { name: "Deel dit document" }).click();
  await expect(page.getByRole("button", { name: "Stop met delen met Els Brouwer" })).toBeVisible();
  await expectAccessible(page);
  const els = await (await browser.newContext({ viewport: PHONE })).newPage();
  await signIn(els, "betrokkene@kroniek.example");
  await els.goto("/caren/10009/documents");
  const downloading = els.waitForEvent("download");
  await els.getByRole("button", { name: "Download Brief van thuis" }).click();
  expect((await downloading).suggestedFilename()).toBe("brief-van-thuis.pdf");
  await expect(els.getByText("Er is nog geen document met u gedeeld.")).toHaveCount(0);
  await page.getByRole("button", { name: "Stop met delen met Els Brouwer" }).click();
  await dialog(page).getByRole("button", { name: "Stop met delen" }).click();
  await expect(page.getByLabel("Els Brouwer, Betrokkene")).toBeVisible();
  await els.getByRole("button", { name: "Download Brief van thuis" }).click();
  await expect(els.getByText("niet (meer) met u gedeeld")).toBeVisible();
  await page.goto("/clients/10009/sharing/family");
  await expect(page.getByText("geen account").first()).toBeVisible();
  await expectAccessible(page);
});

test("someone is invited, and taken out again: the row says how it stands", async ({ page }) => {
  await signIn(page, "regie@kroniek.example");
  await page.goto("/clients/10009/sharing/involved");
  await page.getByRole("button", { name: "Uitnodigen" }).click();
  const form = dialog(page);
  await form.getByLabel("Naam").fill("Gerda Smit");
  await form.getByLabel("E-mailadres").fill("geen adres");
  await form.getByLabel("Relatie tot de cliënt").fill("buurvrouw");
  await form.getByRole("button", { name: "Nodig uit" }).click();
  await expect(form.getByText("Dit is geen e-mailadres").first()).toBeVisible();
  await expectAccessible(page);
  await form.getByLabel("E-mailadres").fill("regie@kroniek.example");
  await form.getByRole("button", { name: "Nodig uit" }).click();
  await expect(form.getByLabel("E-mailadres")).toHaveAccessibleDescription(/je eigen e-mailadres/);
  await form.getByLabel("E-mailadres").fill("gerda@voorbeeld.example");
  await form.getByRole("button", { name: "Nodig uit" }).click();
  await expect(form).toBeHidden();
  const row = page.getByRole("row").filter({ hasText: "Gerda Smit" });
  await expect(row).toContainText("Uitgenodigd, nog niet geactiveerd");
  await page.getByRole("button", { name: "Toegang van Gerda Smit verwijderen" }).click();
  await expect(form).toContainText("vanaf de volgende klik niets meer");
  await form.getByRole("button", { name: "Verwijder toegang" }).click();
  await expect(row).toBeHidden();
  await page.getByText(/had(?:den)? eerder toegang/).click();
  await expect(row).toContainText("Beëindigd");
});
