import { counts } from "./export/counts";
import { shredded } from "./export/shredded";
import { strings } from "./export/strings";
import type { Line } from "./line";

/**
 * Proves the export: texts come back as they were, counts are those of the database, nothing in a workbook runs, and
 * after 24 hours neither file nor key is anywhere. Works in folders of its own.
 */
export async function run(): Promise<Line[]> {
  const texts = await strings();
  const { rows_db, rows_export, difference, formulas, hyperlinks } = await counts();
  const gone = await shredded();
  return [{ ...texts }, { rows_db, rows_export, difference }, { formulas, hyperlinks }, { ...gone }];
}
