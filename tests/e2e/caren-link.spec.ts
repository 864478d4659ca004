import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, signIn } from "./journey";

const PHONE = { width: 390, height: 844 };
const CLIENT = "/ons-client/clients/10007";
const dialog = (page: Page) => page.getByRole("dialog");

/** The glyphs of each text of a PDF by the letters they stand for, from its own tables (ToUnicode). */
function wordsOf(pdf: Buffer): string {
  const streams = [...pdf.toString("latin1").matchAll(/stream\r?\n([\s\S]*?)endstream/g)].flatMap(
    ([, body = ""]) => {
      try {
        return [inflateSync(Buffer.from(body, "latin1")).toString("latin1")];
      } catch {
        // Fonts and images are not text.
        return [];
      }
    },
  );
  const letters = streams
    .filter((text) => text.includes("beginbfrange"))
    .map((text) => {
      const all = /<(\w{4})> <(\w{4})> \[([^\]]*)\]/.exec(text);
      return [...(all?.[3] ?? "").matchAll(/<(\w*)>/g)].map(([, hex = ""]) =>
        String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((each) => Number.parseInt(each, 16))),
      );
    });
  const shown = streams.find((text) => text.includes(" Tf")) ?? "";
  return letters
    .map((map) =>
      [...shown.matchAll(/\[([^\]]*)\] TJ/g)]
        .map(([, line = ""]) =>
          [...line.matchAll(/<(\w*)>/g)]
            .flatMap(([, hex = ""]) =>
              (hex.match(/.{4}/g) ?? []).map((glyph) => map[Number.parseInt(glyph, 16)]),
            )
            .join(""),
        )
        .join("\n"),
    )
    .join("\n");
}

test("a client is invited by letter, the family links itself on a phone, and unlinking makes room for a next one", async ({
  page,
  browser,
}) => {
  await signIn(page, "administratie@kroniek.example");
  await page.getByRole("navigation", { name: "Hoofdmenu" }).getByRole("link", { name: "Ons Cliënt" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dashboard");
  await expectAccessible(page);
  await page.getByLabel("Zoek op naam, nummer of BSN").fill("10007");
  await page.getByRole("button", { name: "Zoek", exact: true }).click();
  const row = page.getByRole("row").filter({ hasText: "10007" });
  await expect(row).toContainText("Niet gekoppeld");
  expect(page.url()).not.toContain("10007");
  await row.getByRole("link").click();
  await page.waitForURL(`**${CLIENT}`);
  await expect(page.getByText("Er is nog geen uitnodiging verstuurd")).toBeVisible();
  await expect(page.getByRole("button", { name: "Ontkoppel account" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await page.getByRole("button", { name: "Uitnodigen" }).click();
  await expect(page.getByText("Uitnodiging is nog 42 dagen geldig")).toBeVisible();
  await expectAccessible(page);
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download brief" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^caren-uitnodiging-10007-\d{4}-\d{2}-\d{2}\.pdf$/);
  const words = wordsOf(readFileSync(await download.path()));
  const code = /^[0-9A-Z]{4}( {2}[0-9A-Z]{4}){3}$/m.exec(words)?.[0] ?? "";
  expect(code).not.toBe("");

  const phone = await (await browser.newContext({ viewport: PHONE })).newPage();
  await phone.goto("/caren/activate");
  await phone.getByRole("button", { name: "Maak account en koppel" }).click();
  await expect(phone.getByText("Vul de code uit de brief in.")).toBeVisible();
  await expectAccessible(phone);
  await phone.getByLabel("Code uit de brief").fill("AAAA BBBB CCCC DDDD");
  await phone.getByLabel("Wat bent u van de cliënt?").fill("zoon");
  await phone.getByLabel("Uw naam").fill("Theo van Dam");
  await phone.getByLabel("Uw e-mailadres").fill("theo@voorbeeld.example");
  await phone.getByLabel("Kies een wachtwoord").fill("vier losse woorden hier");
  await phone.getByRole("button", { name: "Maak account en koppel" }).click();
  await expect(phone.getByText("Deze code klopt niet of werkt niet meer")).toBeVisible();
  await phone.getByLabel("Code uit de brief").fill(code.toLowerCase());
  await phone.getByRole("button", { name: "Maak account en koppel" }).click();
  await phone.waitForURL("**/caren/consent");
  await phone.getByRole("button", { name: "Ik ga akkoord" }).click();
  await phone.waitForURL("**/caren");
  await phone.locator('a[href="/caren/10007"]').click();
  await phone.getByRole("link", { name: /^Netwerk/ }).click();
  await expect(phone.getByText("Beheerder, zoon")).toBeVisible();
  await expectAccessible(phone);

  await page.reload();
  await expect(page.getByText("Actieve koppeling", { exact: true })).toBeVisible();
  await expect(page.getByText("Theo van Dam, zoon").first()).toBeVisible();
  await expect(page.getByText(/^Gebruikt op/)).toBeVisible();
  await page
    .getByRole("main")
    .getByRole("button", { name: /Mevr\.|Dhr\./ })
    .click();
  await expect(dialog(page)).toContainText("Actieve koppeling");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Ontkoppel account" }).click();
  await dialog(page).getByRole("button", { name: "Ontkoppel account" }).click();
  await expect(dialog(page).getByText("Vul dit in.").first()).toBeVisible();
  await dialog(page).getByLabel("Reden").fill("Op verzoek van de cliënt");
  await expectAccessible(page);
  await dialog(page).getByRole("button", { name: "Ontkoppel account" }).click();
  await expect(page.getByText("Niet gekoppeld")).toBeVisible();
  await expect(page.getByText("Reden: Op verzoek van de cliënt")).toBeVisible();
  expect((await phone.goto("/caren/10007"))?.status()).toBe(404);
  await page.getByRole("button", { name: "Uitnodigen" }).click();
  await expect(page.getByText("Uitnodiging is nog 42 dagen geldig")).toBeVisible();
  await page.getByRole("button", { name: "Intrekken" }).click();
  await dialog(page).getByRole("button", { name: "Trek uitnodiging in" }).click();
  await expect(page.getByText(/^Ingetrokken op/)).toBeVisible();

  await page.goto("/clients/10008/network");
  await expect(page.getByText("Uitnodiging is nog 12 dagen geldig")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/locations?at=OOST-1");
  await page.getByRole("link", { name: "Naar locatie in Ons Cliënt" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Huis Elzenhof");
  await expectAccessible(page);
});
