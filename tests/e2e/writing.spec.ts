import { expect, type Page, test } from "@playwright/test";
import { readXlsx } from "@/tests/export/xlsx-reader";
import { readZip } from "@/tests/export/zip-reader";
import { expectAccessible, signIn } from "./journey";
import { makeAndSaveExport } from "./saved-export";
import { WRITTEN_PARTS, type WrittenPart } from "./writing-parts";

/** Everything a person at work does here goes through one client, whose export then holds it all. */
const client = "10001";
const dossier = `/clients/${client}/dossier`;

const main = (page: Page) => page.getByRole("main");
const button = (page: Page, name: string | RegExp) => main(page).getByRole("button", { name });

/** Chooses the first real answer of each required choice that still asks for one. */
async function chooseWhatIsAsked(page: Page): Promise<void> {
  for (const select of await main(page).getByRole("combobox").all()) {
    const asks = await select.locator("option", { hasText: "Maak een keuze" }).count();
    if (asks > 0 && (await select.inputValue()) === "") await select.selectOption({ index: 1 });
  }
}

async function add(page: Page, part: WrittenPart): Promise<void> {
  await page.goto(`${dossier}/${part.slug}`);
  await main(page)
    .getByRole("link", { name: `${part.singular} toevoegen` })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: `${part.singular} toevoegen` })).toBeVisible();
  if (part.pick)
    await button(page, new RegExp(`^${part.pick}`))
      .first()
      .click();
  if (part.file) {
    const buffer = Buffer.from(part.file.text);
    const file = { name: part.file.name, mimeType: "text/plain", buffer };
    await main(page).locator('input[type="file"]').setInputFiles(file);
  }
  for (const [label, text] of Object.entries(part.fill)) await fill(page, label, text);
  for (const [label, choice] of Object.entries(part.choose ?? {}))
    await main(page).getByLabel(label).first().selectOption(choice);
  for (const answer of part.tick ?? [])
    await main(page).getByRole("radio", { name: answer, exact: true }).check();
  await chooseWhatIsAsked(page);
  await button(page, part.store ?? `${part.singular} opslaan`).click();
  await expect(page.getByRole("link", { name: "Corrigeren" })).toBeVisible();
}

async function fill(page: Page, label: string, text: string): Promise<void> {
  await main(page)
    .getByRole("textbox", { name: new RegExp(`^${label.replace("?", "\\?")}( \\(niet verplicht\\))?$`) })
    .fill(text);
}

async function correct(page: Page, [label, text]: readonly [string, string]): Promise<void> {
  await page.getByRole("link", { name: "Corrigeren" }).click();
  await expect(page.getByRole("heading", { level: 1, name: / corrigeren: / })).toBeVisible();
  await fill(page, label, text);
  await fill(page, "Waarom corrigeer je dit?", "Stond er nog niet goed");
  await button(page, "Correctie opslaan").click();
  await expect(page.getByRole("heading", { name: "1 eerdere versie" })).toBeVisible();
  await expect(main(page).getByText(text).first()).toBeVisible();
}

async function end(page: Page): Promise<void> {
  await button(page, "Beëindigen").click();
  await page.getByRole("dialog").getByRole("button", { name: "Beëindigen", exact: true }).click();
  await expect(page.getByRole("heading", { name: "2 eerdere versies" })).toBeVisible();
  await expect(button(page, "Beëindigen")).toHaveCount(0);
}

async function archive(page: Page): Promise<void> {
  await button(page, "Archiveren").click();
  await page.getByRole("dialog").getByRole("button", { name: "Archiveren", exact: true }).click();
  await expect(main(page).getByText("Reden: Ingevoerd bij vergissing")).toBeVisible();
  await expect(page.getByRole("link", { name: "Corrigeren" })).toHaveCount(0);
}

async function close(page: Page, how: WrittenPart["close"]): Promise<void> {
  await (how === "end" ? end(page) : archive(page));
}

test.describe.configure({ mode: "serial" });

for (const part of WRITTEN_PARTS) {
  test(`${part.label}: written, corrected and ${part.close === "end" ? "ended" : "archived"}`, async ({
    page,
  }) => {
    await signIn(page, "zorg@kroniek.example");
    await add(page, part);
    await correct(page, part.correct);
    await close(page, part.close);
    await button(page, "Toon eerdere versies").click();
    await expect(
      main(page).getByText(/^Gecorrigeerd door Fatima El Amrani.*Stond er nog niet goed$/),
    ).toBeVisible();
    await expect(page).toHaveTitle(/Kroniek$/);
    // Half under the bar that stays on top, a button is smaller than it is.
    await page.evaluate(() => window.scrollTo(0, 0));
    await expectAccessible(page);
  });
}

test("Rapportages: written where they are read, with Ctrl and Enter, then corrected and archived", async ({
  page,
}) => {
  await signIn(page, "zorg@kroniek.example");
  await page.goto(`${dossier}/reports`);
  const text = main(page).getByRole("textbox", { name: /^Rapportage/ });
  await text.focus();
  await text.fill("Schrijfproef: mevrouw heeft rustig geslapen.");
  await expectAccessible(page);
  await text.press("Control+Enter");
  const report = main(page).getByRole("article").filter({ hasText: "Schrijfproef: mevrouw" });
  await expect(report).toHaveCount(1);
  await expect(text).toHaveValue("");
  await report.getByRole("link", { name: /^Openen/ }).click();
  await correct(page, ["Rapportage", "Schrijfproef: mevrouw heeft onrustig geslapen."]);
  await archive(page);
});

test("the export holds every entry that was written, and what each said before", async ({ page }) => {
  await signIn(page, "regie@kroniek.example");
  await page.goto(`/clients/${client}/export`);
  const zip = readZip(await makeAndSaveExport(page));
  const book = zip.find(({ name }) => name === "dossier.xlsx");
  const sheets = readXlsx(book?.content ?? Buffer.alloc(0));
  const rowsOf = (name: string) =>
    [...(sheets.find((sheet) => sheet.name === name)?.rows.values() ?? [])].map((row) =>
      [...row.values()].map(({ value }) => String(value)).join("\n"),
    );
  const versions = rowsOf("Versies");
  for (const {
    label,
    fill: typed,
    correct: [, text],
  } of WRITTEN_PARTS) {
    const mark = Object.values(typed).find((value) => value.startsWith("Schrijfproef")) ?? "";
    const row = rowsOf(label).find((each) => each.includes(mark));
    expect(row, label).toContain(text);
    const before = versions.filter((each) => each.includes(mark));
    expect(before, label).toHaveLength(2);
    expect(before[0], label).toContain("Stond er nog niet goed");
  }
  expect(rowsOf("Rapportages").some((row) => row.includes("heeft onrustig geslapen"))).toBe(true);
  expect(versions.some((row) => row.includes("heeft rustig geslapen"))).toBe(true);
});
