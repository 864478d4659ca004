import { expect, test } from "@playwright/test";
import { DEMO_PASSWORD } from "@/db/seed/people";
import { expectAccessible, signIn } from "./journey";
import { startServer, temporaryData } from "./server";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const address = "/clients/10001/export";

test("time passes: a proof grows old and the password is asked, a day later the file is refused and its trace stays", async ({
  page,
}) => {
  test.setTimeout(10 * MINUTE);
  const data = temporaryData();
  const start = page.getByRole("button", { name: "Start nieuwe export" });
  const download = page.getByRole("button", { name: "Download export" });
  const dialog = page.getByRole("dialog");
  let server = await startServer({ dataDir: data.dataDir });
  try {
    // Cookies belong to a host, not to a port: who signed in here is signed in after the restart.
    await signIn(page, "regie@kroniek.example", server.url);
    await server.stop();

    server = await startServer({ dataDir: data.dataDir, clockOffsetMs: 6 * MINUTE });
    await page.goto(server.url + address);
    await start.click();
    await expect(dialog.getByRole("heading", { name: /Ben jij het/ })).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText("In afwachting")).toHaveCount(0);

    await start.click();
    await dialog.getByLabel("Wachtwoord", { exact: true }).fill("niet het wachtwoord");
    await page.keyboard.press("Enter");
    await expect(dialog.getByText("Dit wachtwoord klopt niet. Probeer het opnieuw.").first()).toBeVisible();
    await dialog.getByLabel("Wachtwoord", { exact: true }).fill(DEMO_PASSWORD);
    await page.keyboard.press("Enter");
    await expect(dialog).toHaveCount(0);
    await expect(download).toBeVisible();
    const asked = page.waitForRequest(/\/api\/exports\//);
    await download.click();
    const { pathname } = new URL((await asked).url());
    await server.stop();

    server = await startServer({ dataDir: data.dataDir, clockOffsetMs: DAY + 10 * MINUTE });
    await signIn(page, "regie@kroniek.example", server.url);
    await page.goto(server.url + address);
    await expect(page.getByText("Nog geen export om te downloaden")).toBeVisible();
    await expect(download).toHaveCount(0);
    const trace = page
      .getByRole("table", { name: /Verwijderde exports/ })
      .getByRole("row")
      .nth(1);
    await expect(trace).toContainText("Sanne Kuipers");
    await expect(trace).toContainText("Volledig, verzoek van de cliënt");
    await expect(trace).toContainText("Klaar");
    await expectAccessible(page);
    const status = await page.evaluate(
      async (path) => (await fetch(path, { method: "POST" })).status,
      pathname,
    );
    expect(status).toBe(404);
  } finally {
    await server.stop();
    data.remove();
  }
});
