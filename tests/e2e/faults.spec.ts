import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import Database from "libsql";
import { signIn } from "./journey";

const address = "/clients/10002/export";

/** Holds the database's write lock, as a foreign program would. @returns the way to let go */
function lockDatabase(): () => void {
  const folder = process.env.KRONIEK_E2E_DATA ?? "";
  const encryptionKey = readFileSync(join(folder, "keys", "database"), "utf8").trim();
  const options = { timeout: 2_000, encryptionKey } as ConstructorParameters<typeof Database>[1];
  const other = new Database(join(folder, "kroniek.db"), options);
  other.exec("BEGIN IMMEDIATE");
  return () => {
    other.exec("ROLLBACK");
    other.close();
  };
}

test("a database that another program holds is told in words, nothing is stored, and afterwards it works", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, "regie@kroniek.example");
  await page.goto(address);
  const release = lockDatabase();
  try {
    const answered = page.waitForResponse(/export\.request/, { timeout: 30_000 });
    await page.getByRole("button", { name: "Start nieuwe export" }).click();
    expect((await answered).status()).toBe(503);
    await expect(
      page.getByText("De gegevens zijn even bezet. Er is niets opgeslagen.").first(),
    ).toBeVisible();
  } finally {
    release();
  }
  await page.reload();
  await expect(page.getByText("In afwachting")).toHaveCount(0);
  await page.getByRole("button", { name: "Start nieuwe export" }).click();
  await expect(page.getByRole("button", { name: "Download export" })).toBeVisible({ timeout: 60_000 });
});
