import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";

/** Starts an export on the client's export page, and saves it as the browser does, once it is ready. */
export async function makeAndSaveExport(page: Page): Promise<Buffer> {
  const start = page.getByRole("button", { name: "Start nieuwe export" });
  const ready = page.getByRole("button", { name: "Download export" });
  await expect(start).toBeEnabled();
  // Those of an earlier journey are there still; the newest stands first.
  const before = await ready.count();
  await start.click();
  await expect(ready).toHaveCount(before + 1);
  const arriving = page.waitForEvent("download");
  await ready.first().click();
  return readFile(await (await arriving).path());
}
