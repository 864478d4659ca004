import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { and, asc, eq, sql } from "drizzle-orm";
import ExcelJS from "exceljs";
import { openTemporaryWorld } from "@/scripts/temporary-world";
import type { AnyPart, AnyRow } from "@/server/dossier/registry";
import { parts } from "@/server/dossier/registry";
import { partColumns } from "@/server/export/cells";
import { BENCH_CLIENT } from "./dossier";

const PAGE = 1_000;

async function* rowsOf(
  read: Awaited<ReturnType<typeof openTemporaryWorld>>["db"]["read"],
  { table }: AnyPart,
): AsyncGenerator<AnyRow> {
  let last: AnyRow | undefined;
  for (;;) {
    const after = last && sql`(${table.moment}, ${table.id}) > (${last.moment}, ${last.id})`;
    const page = (await read
      .select()
      .from(table)
      .where(and(eq(table.clientId, BENCH_CLIENT.id), after))
      .orderBy(asc(table.moment), asc(table.id))
      .limit(PAGE)) as AnyRow[];
    yield* page;
    last = page.at(-1);
    if (page.length < PAGE) return;
  }
}

/**
 * How long the plain way takes: the same rows through drizzle into a workbook that exceljs holds in memory, written
 * to disk. No bundle, no hash, no encryption: less than an export is.
 */
export async function exceljsSeconds(dataDir: string): Promise<number> {
  const world = await openTemporaryWorld({ dataDir });
  const start = performance.now();
  const workbook = new ExcelJS.Workbook();
  for (const part of parts) {
    const columns = partColumns(part, "complete");
    const sheet = workbook.addWorksheet(part.label.slice(0, 31));
    sheet.columns = columns.map(({ sheet: { label, width } }) => ({ header: label, width: width ?? 24 }));
    for await (const row of rowsOf(world.db.read, part)) {
      sheet.addRow(columns.map(({ key, cell }) => cell(row[key])));
    }
  }
  const path = join(dataDir, "exceljs.xlsx");
  await writeFile(path, Buffer.from(await workbook.xlsx.writeBuffer()), { mode: 0o600 });
  const seconds = (performance.now() - start) / 1_000;
  await world.close();
  return seconds;
}
