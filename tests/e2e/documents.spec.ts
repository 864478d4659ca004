import { expect, test } from "@playwright/test";
import { pdf, png } from "../files/papers";
import { expectAccessible, signIn } from "./journey";

const list = "/clients/10004/dossier/documents";

test("a document is uploaded, found by its label, looked at in the page and downloaded as it came", async ({
  page,
}) => {
  const violations: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });
  await signIn(page, "zorg@kroniek.example");
  await page.goto(`${list}/new`);
  await expectAccessible(page);

  await page.getByRole("button", { name: /opslaan/ }).click();
  await expect(page.getByText("Nog 3 dingen te doen")).toBeVisible();
  await expectAccessible(page);

  const bytes = pdf("Zorgplan besproken");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "Zorgplan_getekend.pdf", mimeType: "application/pdf", buffer: bytes });
  await expect(page.getByLabel("Titel")).toHaveValue("Zorgplan getekend");
  await page.getByLabel("Label").selectOption({ label: "Zorgplan getekend" });
  await page.getByRole("button", { name: /opslaan/ }).press("Enter");
  await expect(page).toHaveURL(/\/documents\/[0-9a-f-]{36}$/);

  await page.goto(`${list}?filter=label.signed-care-plan`);
  const table = page.getByRole("table", { name: "Documenten" });
  await expect(table.getByRole("row")).toHaveCount(2);
  await table.getByRole("button", { name: "Zorgplan getekend" }).click();

  await page.getByRole("button", { name: "Bekijk Zorgplan_getekend.pdf" }).press("Enter");
  const shown = page.locator("iframe[title='Voorbeeld van Zorgplan_getekend.pdf']");
  await expect(shown).toBeVisible();
  expect(await shown.getAttribute("src")).toMatch(/^blob:/);

  const arriving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download Zorgplan_getekend.pdf" }).click();
  const download = await arriving;
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
  expect(violations).toEqual([]);
});

test("a file that is something else is refused at its field, and what was typed stays", async ({ page }) => {
  await signIn(page, "zorg@kroniek.example");
  await page.goto(`${list}/new`);
  const file = page.locator("input[type=file]");
  await file.setInputFiles({
    name: "foto.png",
    mimeType: "image/png",
    buffer: Buffer.concat([png(), pdf()]),
  });
  await page.getByLabel("Label").selectOption({ label: "Foto" });
  await page.getByLabel("Toelichting").fill("Gemaakt in de tuin");
  await page.getByRole("button", { name: /opslaan/ }).click();
  await expect(page.getByText(/zit nog iets anders verstopt/).first()).toBeVisible();
  await expect(page.getByLabel("Toelichting")).toHaveValue("Gemaakt in de tuin");
  await expectAccessible(page);

  await file.setInputFiles({ name: "foto.png", mimeType: "image/png", buffer: png(60) });
  await page.getByRole("button", { name: /opslaan/ }).click();
  await expect(page).toHaveURL(/\/documents\/[0-9a-f-]{36}$/);
  await page.getByRole("button", { name: "Bekijk foto.png" }).click();
  await expect(page.getByRole("img", { name: "Voorbeeld van foto.png" })).toBeVisible();
  await expectAccessible(page);
});

test("more than 10 MB passes whole: what the browser sends is not cut on its way", async ({ page }) => {
  await signIn(page, "zorg@kroniek.example");
  await page.goto(`${list}/new`);
  const small = pdf("groot");
  const large = Buffer.concat([
    small.subarray(0, -7),
    Buffer.alloc(20 * 1024 * 1024, 0x20),
    small.subarray(-7),
  ]);
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "groot.pdf", mimeType: "application/pdf", buffer: large });
  await page.getByLabel("Label").selectOption({ label: "Overig" });
  await page.getByRole("button", { name: /opslaan/ }).click();
  await expect(page).toHaveURL(/\/documents\/[0-9a-f-]{36}$/);
  await expect(
    page
      .getByText(new Intl.NumberFormat("nl-NL").format(large.length))
      .or(page.getByText(String(large.length))),
  ).toBeVisible();
});
