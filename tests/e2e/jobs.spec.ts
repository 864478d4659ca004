import { expect, test } from "@playwright/test";
import { expectAccessible, signIn } from "./journey";

test("a run that sleeps is seen, opened and cancelled by keyboard; the export it made stays until its day is over", async ({
  browser,
  page,
}) => {
  await signIn(page, "regie@kroniek.example");
  await page.goto("/clients/10008/export");
  await page.getByRole("button", { name: "Start nieuwe export" }).click();
  await expect(page.getByRole("button", { name: "Download export" })).toBeVisible();

  const office = await (await browser.newContext()).newPage();
  await signIn(office, "beheer@kroniek.example");
  await office.getByRole("link", { name: "Beheer" }).click();
  await office.getByRole("link", { name: "Achtergrondtaken" }).click();
  await expect(office).toHaveURL(/\/admin\/jobs$/);
  await expectAccessible(office);
  await expect(office.getByText("Verhoeven")).toHaveCount(0);

  await office.goto("/admin/jobs?job=kroniek-make-export&state=sleeping");
  const runs = office.getByRole("table", { name: "Taken, nieuwste eerst" });
  await runs.getByRole("link", { name: "Cliënt export maken" }).first().click();
  await expect(office.getByRole("table", { name: /Stappen/ }).getByText("Bestand maken")).toBeVisible();
  await expectAccessible(office);
  const cancel = office.getByRole("main").getByRole("button", { name: "Annuleer taak" });
  await cancel.focus();
  await office.keyboard.press("Enter");
  await expect(office.getByRole("dialog")).toContainText("wordt toch op tijd verwijderd");
  await expectAccessible(office);
  await office.keyboard.press("Escape");
  await expect(cancel).toBeFocused();
  await office.keyboard.press("Enter");
  await office.getByRole("dialog").getByRole("button", { name: "Annuleer taak" }).press("Enter");
  await expect(office.getByRole("main").getByText("Geannuleerd")).toBeVisible();

  await page.reload();
  await expect(page.getByRole("button", { name: "Download export" })).toBeVisible();
});

test("someone without the task finds no Beheer, and the address refuses", async ({ page }) => {
  await signIn(page, "zorg@kroniek.example");
  await expect(page.getByRole("link", { name: "Beheer" })).toHaveCount(0);
  for (const address of ["/admin", "/admin/jobs", "/admin/jobs/no-such-run"]) {
    expect((await page.goto(address))?.status()).toBe(403);
  }
});

test("Achtergrondtaken fits a phone, with its filters behind one button", async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await signIn(page, "beheer@kroniek.example");
  await page.goto("/admin/jobs");
  await expectAccessible(page);
  await page.getByRole("button", { name: /Filters/ }).click();
  await page.getByLabel("Status", { exact: true }).selectOption("failed");
  await expect(page).toHaveURL(/state=failed/);
  await expectAccessible(page);
});
