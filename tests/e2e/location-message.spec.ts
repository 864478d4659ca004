import { expect, test } from "@playwright/test";
import { startMailServer } from "../mail/smtp-server";
import { expectAccessible, signIn } from "./journey";
import { startServer, temporaryData } from "./server";

const PHONE = { width: 390, height: 844 };
const TEXT =
  "Beste bewoners en familie,\n\nZaterdag is er koffie met appeltaart.\n<script>window.ran = true</script>";

test("a message to a location is read by a daughter on her phone, who gets a mail that tells nothing", async ({
  browser,
  page,
}) => {
  const data = temporaryData();
  const mail = await startMailServer();
  const server = await startServer({ dataDir: data.dataDir, smtpUrl: `smtp://127.0.0.1:${mail.port}` });
  try {
    await signIn(page, "locatie@kroniek.example", server.url);
    await page.goto(`${server.url}/ons-client/locations`);
    await expect(page.getByRole("button", { name: "Verstuur bericht" })).toHaveCount(0);
    await page.goto(`${server.url}/ons-client/locations/OOST-1`);
    await page.getByRole("button", { name: "Verstuur bericht" }).click();
    const dialog = page.getByRole("dialog", { name: "Bericht aan Huis Elzenhof" });
    await expect(
      dialog.getByText(/^Opslaan verstuurt dit bericht meteen aan \d+ mensen \([a-zéë]+\) rond/),
    ).toBeVisible();
    await dialog.getByRole("button", { name: "Opslaan" }).click();
    await expect(dialog.getByText("Schrijf eerst wat mensen moeten weten.")).toBeVisible();
    await dialog.getByLabel("Bericht", { exact: true }).fill(TEXT);
    await expect(dialog.getByText(`${TEXT.length} van 64.000 tekens`)).toBeVisible();
    await expect(dialog.getByText(/Concept bewaard om/)).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Opslaan" }).click();
    await expect(dialog).toBeHidden();

    await page.goto(`${server.url}/ons-client/messages`);
    const list = page.getByRole("table", { name: "Locatieberichten" });
    const row = list.getByRole("row").filter({ hasText: "appeltaart" });
    await expect(async () => {
      await page.reload();
      await expect(row.getByText("Verstuurd", { exact: true })).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await expect(row.getByRole("link", { name: "Huis Elzenhof" })).toHaveAttribute(
      "href",
      "/ons-client/locations/OOST-1",
    );
    await row.getByRole("link", { name: /appeltaart/ }).click();
    await expect(page.getByText("afgeleverd").first()).toBeVisible();
    await expectAccessible(page);

    const phone = await (await browser.newContext({ viewport: PHONE })).newPage();
    await signIn(phone, "familie@kroniek.example", server.url);
    await phone.goto(`${server.url}/caren`);
    await expect(phone.getByRole("link", { name: /Verhoeven.*nieuwe? bericht/ })).toBeVisible();
    await expectAccessible(phone);
    await phone.goto(`${server.url}/caren/10001`);
    const frame = phone.getByRole("article", { name: "Bericht van Huis Elzenhof" }).first();
    await expect(frame).toContainText("nieuw");
    await expectAccessible(phone);
    await frame.getByRole("button", { name: "Lees het bericht" }).click();
    await expect(frame).toContainText("<script>window.ran = true</script>");
    expect(await phone.evaluate("window.ran")).toBeUndefined();
    await expect(frame).not.toContainText("nieuw");
    await expectAccessible(phone);
    await expect.poll(() => mail.taken.some((text) => text.includes("familie@kroniek.example"))).toBe(true);
    expect(mail.taken.join("\n")).not.toMatch(/appeltaart|Elzenhof|Verhoeven/);

    await page.getByRole("button", { name: "Trek bericht in" }).click();
    await expectAccessible(page);
    await page.getByRole("dialog").getByRole("button", { name: "Trek bericht in" }).click();
    await expect(page.getByText(/Ingetrokken door Ruben/)).toBeVisible();
    await phone.reload();
    await expect(frame).toContainText("Dit bericht is ingetrokken");
    await expect(frame).not.toContainText("appeltaart");
  } finally {
    await server.stop();
    await mail.stop();
    data.remove();
  }
});

test("who may send to Oost cannot send to West, and who may send to nobody has no button", async ({
  page,
}) => {
  await signIn(page, "locatie@kroniek.example");
  expect((await page.goto("/ons-client/locations/WEST"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Deze pagina is er niet");
  const answer = await page.request.post("/api/trpc/locationMessages.send", {
    headers: { "x-kroniek": "1", origin: new URL(page.url()).origin, "sec-fetch-site": "same-origin" },
    data: {
      json: {
        ...{ location: "WEST", body: "Beste familie", scheduledAt: null, requestKey: "e2e-to-west" },
        ...{ seenClients: 1, seenAccounts: 1 },
      },
    },
  });
  expect(answer.status()).toBe(404);
  await page.goto("/ons-client/messages");
  await expect(page.getByText("Beste familie")).toHaveCount(0);
  await page.context().clearCookies();
  await signIn(page, "administratie@kroniek.example");
  await page.goto("/ons-client/locations/OOST-1");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Huis Elzenhof");
  await expect(page.getByRole("button", { name: "Verstuur bericht" })).toHaveCount(0);
});
