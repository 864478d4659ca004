import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { type ReadEntry, readZip } from "@/tests/export/zip-reader";
import { expectAccessible, signIn } from "./journey";

/** The part of the manifest these journeys look at (CONTRACT.md). */
interface Manifest {
  clientNumber: string;
  scope: string;
  parts: { part: string; rows: number }[];
  files: { path: string; bytes: number; sha256: string }[];
}

const start = (page: Page): Locator => page.getByRole("button", { name: "Start nieuwe export" });
const download = (page: Page): Locator => page.getByRole("button", { name: "Download export" });
const generated = (page: Page): Locator =>
  page.locator("section", { has: page.getByRole("heading", { name: "Gegenereerde exports" }) });
const running = "Er loopt al een export van deze cliënt. Je kunt een nieuwe starten als die klaar is.";

/** Saves the export as the browser does, and reads it with a reader that shares nothing with its writer. */
async function save(page: Page): Promise<{ name: string; entries: ReadEntry[]; manifest: Manifest }> {
  const arriving = page.waitForEvent("download");
  await download(page).click();
  const file = await arriving;
  const entries = readZip(await readFile(await file.path()));
  const manifest = entries.find(({ name }) => name === "manifest.json");
  return {
    name: file.suggestedFilename(),
    entries,
    manifest: JSON.parse(manifest?.content.toString() ?? "null"),
  };
}

/** How many entries the page of a part says there are, those it does not show you included. */
async function countOf(page: Page, client: string, part: string): Promise<number> {
  await page.goto(`/clients/${client}/dossier/${part}`);
  const main = page.getByRole("main");
  const total = await main.getByText(/^[\d.]+ vastlegging(en)?(, [\d.]+ nieuw .*)?$/).innerText();
  const unseen = await main.getByText(/^[\d.]+ \S+ zie je niet:$/).allInnerTexts();
  return [total, ...unseen].reduce((sum, text) => sum + Number.parseInt(text.replace(".", ""), 10), 0);
}

test("a whole dossier goes out: asked by one press, followed, downloaded, and every count is that of the pages", async ({
  page,
}) => {
  await signIn(page, "regie@kroniek.example");
  await page.goto("/clients/10001");
  await page.getByRole("navigation", { name: "Cliënt" }).getByRole("link", { name: "Dossier" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Medisch overzicht" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Cliënt data acties" })).toBeVisible();
  await page.getByRole("link", { name: "Exporteer cliënt" }).click();
  await expect(page).toHaveTitle("Exporteer cliënt 10001 – Kroniek");
  await expectAccessible(page);

  await start(page).focus();
  await page.keyboard.press("Enter");
  await expect(generated(page).getByText("In afwachting")).toBeVisible();
  await page.reload();
  await expect(generated(page).getByText("Klaar", { exact: true })).toBeVisible();
  await expect(generated(page).getByText(/nog niet gedownload/)).toBeVisible();
  await expect(generated(page).getByText(/Wordt vanzelf verwijderd morgen om \d\d\.\d\d uur/)).toBeVisible();
  await expectAccessible(page);

  const { name, entries, manifest } = await save(page);
  await expect(generated(page).getByText(/1 keer gedownload/)).toBeVisible();
  expect(name).toMatch(/^dossier-10001-\d{8}-\d{4}\.zip$/);
  expect(manifest).toMatchObject({ clientNumber: "10001", scope: "complete" });
  expect(entries.map((entry) => entry.name)).toContain("dossier.xlsx");
  expect(manifest.files).toEqual(
    entries
      .filter((entry) => entry.name !== "manifest.json")
      .map((entry) => ({ path: entry.name, bytes: entry.content.length, sha256: entry.sha256 })),
  );
  expect(manifest.parts).toHaveLength(14);
  for (const { part, rows } of manifest.parts) {
    expect({ part, rows }).toEqual({ part, rows: await countOf(page, "10001", part) });
  }
});

test("what is chosen is what is made, and it is readable on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, "regie@kroniek.example");
  await page.goto("/clients/10002/export");
  await page.getByRole("radio", { name: "Actueel dossier" }).check();
  await page.getByLabel("Wanneer vroeg de cliënt erom?").fill("2999-01-01");
  await start(page).click();
  await expect(page.getByText("Deze dag moet nog komen. Kies vandaag of eerder.")).toBeVisible();
  await expect(page.getByLabel("Wanneer vroeg de cliënt erom?")).toBeFocused();
  await page.getByLabel("Waarvoor is de export?").selectOption("Overdracht aan andere zorgaanbieder");
  await page.getByLabel(/Toelichting/).fill("Verhuist naar Hospice De Linde");
  await start(page).click();
  await expect(download(page)).toBeVisible();
  await expect(generated(page).getByRole("heading", { name: "Actueel dossier" })).toBeVisible();
  await expect(generated(page).getByText(/Overdracht aan andere zorgaanbieder\./)).toBeVisible();
  await expect(generated(page).getByText("Toelichting: Verhuist naar Hospice De Linde")).toBeVisible();
  await expectAccessible(page);
  expect((await save(page)).manifest.scope).toBe("current");
});

test("without the task there is no link, and the address refuses with whom to ask", async ({ page }) => {
  await signIn(page, "zorg@kroniek.example");
  await page.goto("/clients/10001/dossier");
  await expect(page.getByRole("heading", { level: 1, name: "Medisch overzicht" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Exporteer cliënt" })).toHaveCount(0);
  const answer = await page.goto("/clients/10001/export");
  expect(answer?.status()).toBe(403);
  await expect(page.getByText(/Je rol heeft hiervoor geen taak\. Vraag functioneel beheer/)).toBeVisible();
  await expect(start(page)).toHaveCount(0);
  await expectAccessible(page);
});

test("a double click makes one export", async ({ page }) => {
  await signIn(page, "regie@kroniek.example");
  await page.goto("/clients/10003/export");
  await start(page).dblclick();
  await expect(download(page)).toHaveCount(1);
  await page.reload();
  await expect(generated(page).getByRole("listitem")).toHaveCount(1);
});

test("of two people who start at once one is refused with the sentence, and both see the one that runs", async ({
  browser,
}) => {
  const [one, other] = [await browser.newPage(), await browser.newPage()];
  for (const page of [one, other]) {
    await signIn(page, "regie@kroniek.example");
    await page.goto("/clients/10006/export");
  }
  await Promise.all([start(one).click(), start(other).click()]);
  for (const page of [one, other]) await expect(generated(page).getByRole("listitem")).toHaveCount(1);
  const refusals = (page: Page) => page.getByRole("alert").filter({ hasText: running }).count();
  await expect.poll(async () => (await refusals(one)) + (await refusals(other))).toBe(1);
  for (const page of [one, other]) {
    await expect(download(page)).toHaveCount(1);
    await expect(start(page)).not.toHaveAttribute("aria-disabled");
  }
  await one.close();
  await other.close();
});
