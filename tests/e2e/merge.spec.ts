import { expect, type Page, test } from "@playwright/test";
import { DEMO_PASSWORD } from "@/db/seed/people";
import { parts } from "@/server/dossier/registry";
import { readXlsx } from "@/tests/export/xlsx-reader";
import { readZip } from "@/tests/export/zip-reader";
import { expectAccessible, signIn } from "./journey";
import { makeAndSaveExport } from "./saved-export";

const OFFICE = "administratie@kroniek.example";
const REGIE = "regie@kroniek.example";
const dialog = (page: Page) => page.getByRole("dialog");
const main = (page: Page) => page.getByRole("main");

interface Export {
  /** By sheet each row's cells; without the sheet that says when and by whom it was made */
  sheets: Record<string, (string | number)[][]>;
  /** Rows by part, as the manifest counts them */
  rows: Record<string, number>;
}

/** An export of a client as the one who coordinates their care makes it. */
async function exportOf(page: Page, number: string): Promise<Export> {
  await page.goto(`/clients/${number}/export`);
  const entries = readZip(await makeAndSaveExport(page));
  const content = (name: string) => entries.find((entry) => entry.name === name)?.content ?? Buffer.alloc(0);
  const sheets = readXlsx(content("dossier.xlsx"))
    .filter(({ name }) => name !== "Toelichting")
    .map(({ name, rows }) => [
      name,
      [...rows.values()].map((row) => [...row.values()].map(({ value }) => value)),
    ]);
  const manifest: { parts: { part: string; rows: number }[] } = JSON.parse(
    content("manifest.json").toString(),
  );
  return {
    sheets: Object.fromEntries(sheets),
    rows: Object.fromEntries(manifest.parts.map(({ part, rows }) => [part, rows])),
  };
}

/** What the list of all tables promises the survivor has of each dossier part. */
async function promisedOf(page: Page): Promise<Record<string, number>> {
  const promised: Record<string, number> = {};
  for (const { slug, label } of parts) {
    const row = page
      .getByRole("region", { name: "Wat er met elke tabel gebeurt" })
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name: label, exact: true }) });
    if ((await row.count()) === 0) {
      promised[slug] = 0;
      continue;
    }
    const [left = 0, , moves = 0, aside = 0] = (await row.getByRole("cell").allInnerTexts()).map(Number);
    promised[slug] = left + moves - aside;
  }
  return promised;
}

test("two records of one person become one as previewed, and two again with nothing lost or left behind", async ({
  page,
  browser,
}) => {
  test.setTimeout(300_000);
  const regie = await (await browser.newContext()).newPage();
  await signIn(regie, REGIE);
  const before = { left: await exportOf(regie, "10002"), right: await exportOf(regie, "10003") };
  expect(Object.keys(before.left.sheets)).toEqual(
    expect.arrayContaining(["Cliënt", "Rapportages", "Toestemmingen"]),
  );

  await signIn(page, OFFICE);
  await page.goto("/clients/10002");
  await page.getByRole("link", { name: "Samenvoegen", exact: true }).click();
  await expect(main(page).getByText("Er is nog niemand met deze cliënt samengevoegd.")).toBeVisible();
  await main(page).getByRole("searchbox").fill("10003");
  await expect(page.getByRole("list", { name: "Gevonden cliënten" })).toContainText("10003");
  expect(page.url()).not.toContain("10003");
  await expectAccessible(page);
  await page.getByRole("list", { name: "Gevonden cliënten" }).getByRole("link").click();

  await expect(page).toHaveURL(/\/clients\/10002\/merge\/10003$/);
  await expect(page).toHaveTitle("Samenvoegen 10002 en 10003 – Kroniek");
  await expect(page.getByRole("columnheader", { name: "Eerst geopend, staat daarom links" })).toBeVisible();
  const radio = (name: RegExp) => page.getByRole("radio", { name });
  await radio(/^Naam, 10003:/).check();
  await radio(/^Adressen: Beide/).check();
  await radio(/^Profiel, 10003:/).check();
  // What was chosen survives coming back to the page.
  await page.reload();
  await expect(radio(/^Naam, 10003:/)).toBeChecked();
  await expect(radio(/^Profiel, 10003:/)).toBeChecked();
  await expect(page.getByText("Dit raak je kwijt met deze keuzes")).toBeVisible();
  await expect(page.getByText(/^Profiel van 10002:/)).toBeVisible();
  await expect(page.getByText(/^Naam “.*Hendrik.*” \(10002\)/)).toBeVisible();
  await page.getByRole("button", { name: "Waarom?" }).click();
  await expect(dialog(page).getByRole("row").filter({ hasText: "BSN" })).toContainText("zelfde");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Bekijk alle \d+ tabellen$/ }).click();
  const promised = await promisedOf(page);
  expect(promised.reports).toBe((before.left.rows.reports ?? 0) + (before.right.rows.reports ?? 0));
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await expect(radio(/^Adressen: Beide/)).toBeChecked();
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 900 });

  await page.getByRole("button", { name: "Samenvoegen", exact: true }).click();
  await expect(dialog(page)).toContainText("(10003) gaat op in");
  await expect(dialog(page)).toContainText(/\d+ regels verhuizen, \d+ vervallen/);
  await expectAccessible(page);
  await dialog(page).getByRole("button", { name: "Samenvoegen", exact: true }).dblclick();
  await expect(page).toHaveURL(/\/clients\/10002$/);
  await expect(page.getByRole("status").getByText("10003 is samengevoegd met 10002")).toBeVisible();
  await expect(page.getByRole("region", { name: "Cliënt", exact: true })).toContainText("Henk");

  await page.getByRole("searchbox").first().fill("10003");
  await expect(page.getByRole("listbox").getByRole("option")).toContainText(
    "10003 is samengevoegd met 10002",
  );
  await page.goto("/clients/10003");
  await expect(page).toHaveURL(/\/clients\/10002\?merged=10003$/);
  const one = await exportOf(regie, "10002");
  expect(one.rows).toEqual(promised);

  await page.goto("/clients/10002/merge");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Samenvoegen van 10003 met 10002 ongedaan maken" }).click();
  await expect(main(page).getByText("Alles wordt weer zoals het was.")).toBeVisible();
  await expectAccessible(page);
  await main(page).getByRole("button", { name: "Ongedaan maken" }).click();
  await expect(dialog(page)).toContainText("zijn daarna weer twee cliënten");
  await expectAccessible(page);
  await dialog(page).getByRole("button", { name: "Ongedaan maken" }).click();
  await expect(page).toHaveURL(/\/clients\/10003$/);
  expect(await exportOf(regie, "10002")).toEqual(before.left);
  expect(await exportOf(regie, "10003")).toEqual(before.right);
});

test("what was made since is given to one of the two before they are two again", async ({
  page,
  browser,
}) => {
  const regie = await (await browser.newContext()).newPage();
  await signIn(page, OFFICE);
  await page.goto("/clients/10002/merge/10003");
  await page.getByRole("radio", { name: /^Naam, 10003:/ }).check();
  const begin = page.getByRole("button", { name: "Samenvoegen", exact: true });
  const agree = dialog(page).getByRole("button", { name: "Samenvoegen", exact: true });
  // A colleague changes something while this one looks: nothing is done, what was chosen stays.
  await expect(begin).not.toHaveAttribute("aria-disabled");
  const colleague = await page.context().newPage();
  await colleague.goto("/clients/10003/edit");
  await main(colleague).getByRole("textbox", { name: /^Taal/ }).fill("Fries");
  await colleague.getByRole("button", { name: "Personalia opslaan" }).click();
  await expect(colleague).toHaveURL(/\/clients\/10003$/);
  await begin.click();
  await agree.click();
  await expect(main(page).getByText("Er is intussen iets gewijzigd", { exact: true })).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole("radio", { name: /^Naam, 10003:/ })).toBeChecked();
  await expect(page.getByRole("radio", { name: /^Taal, 10003: .*Fries/ })).toBeVisible();
  await expectAccessible(page);

  // As the server says it once the password was given too long ago.
  const data = { code: "PRECONDITION_FAILED", httpStatus: 412, reason: "password-needed", fields: [] };
  const json = { message: "Vul je wachtwoord opnieuw in.", code: -32012, data };
  await page.route("**/api/trpc/merge.carryOut**", (route) => route.fulfill({ json: [{ error: { json } }] }));
  await begin.click();
  await agree.click();
  await expect(dialog(page).getByLabel("Wachtwoord", { exact: true })).toBeFocused();
  await expectAccessible(page);
  await page.unroute("**/api/trpc/merge.carryOut**");
  await dialog(page).getByLabel("Wachtwoord", { exact: true }).fill(DEMO_PASSWORD);
  await agree.click();
  await expect(page).toHaveURL(/\/clients\/10002$/);
  await signIn(regie, REGIE);
  await regie.goto("/clients/10002/dossier/problems/new");
  await main(regie)
    .getByRole("textbox", { name: /^Probleem/ })
    .fill("Slaapt onrustig sinds de verhuizing");
  await main(regie).getByLabel("Soort").selectOption("Klacht");
  await regie.getByRole("button", { name: "Probleem opslaan" }).click();
  await expect(regie).not.toHaveURL(/\/new$/);
  await page.goto("/clients/10002/edit");
  const mobile = main(page).getByRole("textbox", { name: /^Mobiel/ });
  // What is typed while the form comes alive may end up behind what was there.
  await expect(async () => {
    await mobile.fill("06-12345299");
    await expect(mobile).toHaveValue("06-12345299", { timeout: 1_000 });
  }).toPass();
  await page.getByRole("button", { name: "Personalia opslaan" }).click();
  await expect(page).toHaveURL(/\/clients\/10002$/);

  await page.goto("/clients/10002/merge");
  await page.getByRole("link", { name: /ongedaan maken$/ }).click();
  const act = main(page).getByRole("button", { name: "Ongedaan maken" });
  await expect(main(page).getByText("Nog 2 keuzes te maken.")).toBeVisible();
  // Whoever lacks Dossier inzien says to whom it belongs by when it was written and by whom.
  await expect(main(page).getByText("Inhoud niet zichtbaar voor jou")).toBeVisible();
  await act.press("Enter");
  await expect(dialog(page)).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Problemen: alles bij 10003" }).click();
  await page
    .getByRole("radiogroup", { name: /Mobiel$/ })
    .or(page.getByRole("group", { name: /Mobiel$/ }))
    .getByText("bij 10003")
    .click();
  await expect(main(page).getByText("Alles is gekozen.")).toBeVisible();
  await act.click();
  await expect(dialog(page)).toContainText("gaat 1 regel naar 10003");
  await dialog(page).getByRole("button", { name: "Ongedaan maken" }).click();
  await expect(page).toHaveURL(/\/clients\/10003$/);
  await expect(main(page)).toContainText("06-12345299");
  await regie.goto("/clients/10003/dossier/problems");
  await expect(main(regie)).toContainText("Slaapt onrustig sinds de verhuizing");
  await regie.goto("/clients/10002/dossier/problems");
  await expect(main(regie)).not.toContainText("Slaapt onrustig sinds de verhuizing");
});

test("two who both have care rules are refused with the reason, and the way out ends the signal", async ({
  page,
}) => {
  await signIn(page, OFFICE);
  await page.goto("/clients/10004/merge/10005");
  await expect(main(page).getByText("Beide cliënten hebben zorgregels, of hadden die.")).toBeVisible();
  await expect(page.getByText("Bovenaan staat waarom dit niet kan.")).toBeVisible();
  await page.getByRole("button", { name: "Samenvoegen", exact: true }).press("Enter");
  await expect(dialog(page)).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Neem 10005 uit zorg en verwijder het BSN" }).click();
  await expect(dialog(page)).toContainText("Zorgregel");
  await expectAccessible(page);
  await dialog(page).getByRole("button", { name: "Neem 10005 uit zorg en verwijder het BSN" }).click();
  await expect(dialog(page).getByText("Nog 1 ding te doen")).toBeVisible();
  await dialog(page).getByLabel("Reden", { exact: true }).selectOption({ index: 1 });
  await dialog(page).getByRole("button", { name: "Neem 10005 uit zorg en verwijder het BSN" }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(main(page).getByText("10005 is uit zorg en heeft geen burgerservicenummer")).toBeVisible();
  await expectAccessible(page);
  await main(page).getByRole("link", { name: "Bekijk Dubbele burgerservicenummers" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dubbele burgerservicenummers");
  await expect(page.getByText("10005")).toHaveCount(0);
});

test("who does not merge has no way in", async ({ page }) => {
  await signIn(page, "zorg@kroniek.example");
  await page.goto("/clients/10002");
  await expect(page.getByRole("link", { name: "Samenvoegen" })).toHaveCount(0);
  for (const address of ["/clients/10002/merge", "/clients/10002/merge/10003"])
    expect((await page.goto(address))?.status()).toBe(403);
});
