import { expect, test } from "@playwright/test";
import { expectAccessible, signIn } from "./journey";

test("a mail that did not go is found, opened and sent again by keyboard; of one that went only the demo shows the text", async ({
  page,
}) => {
  await signIn(page, "beheer@kroniek.example");
  await page.getByRole("link", { name: "Beheer" }).click();
  await page.getByRole("link", { name: "Post" }).click();
  await expect(page).toHaveURL(/\/admin\/mail$/);
  await expect(page.getByText("Er is geen mailserver ingesteld")).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel("Status", { exact: true }).selectOption("final");
  await expect(page).toHaveURL(/state=final/);
  const list = page.getByRole("table", { name: "Mails, nieuwste eerst" });
  await expect(list.getByText("locatie@kroniek.example")).toBeVisible();
  await expect(list.getByText("De mailserver kent dit adres niet.")).toBeVisible();
  await list.getByRole("link", { name: "Melding van de noodprocedure" }).press("Enter");
  await expect(page.getByText("met de noodprocedure. Log in om te zien")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Verstuur opnieuw" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("blijft het een dag lang proberen");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Verstuur opnieuw" }).press("Enter");
  await expect(page.getByText("De mail staat weer in de wachtrij")).toBeVisible();
  const sent = page.getByRole("definition").filter({ hasText: "Verstuurd" });
  await expect(async () => {
    await page.reload();
    await expect(sent).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole("button", { name: "Verstuur opnieuw" })).toHaveCount(0);
});

test("Post fits a phone, and is closed to who does not look after it", async ({ browser, page }) => {
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await signIn(phone, "beheer@kroniek.example");
  await phone.goto("/admin/mail");
  await expect(phone.getByText("zorg@kroniek.example")).toBeVisible();
  await expectAccessible(phone);
  await signIn(page, "zorg@kroniek.example");
  for (const address of ["/admin/mail", "/admin/mail/no-such-mail"])
    expect((await page.goto(address))?.status()).toBe(403);
});
