import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

/** Saves the newest export of the page's client as the browser does, once it is ready. */
export async function saveExport(page: Page): Promise<Buffer> {
  const arriving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download export" }).first().click();
  return readFile(await (await arriving).path());
}
