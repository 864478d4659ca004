import { and, asc, eq, inArray, or } from "drizzle-orm";
import { clients } from "@/db/schema/clients";
import { seedDemo } from "@/db/seed/demo";
import { seedStart } from "@/db/seed/start";
import { openTemporaryWorld, type TemporaryWorld } from "@/scripts/temporary-world";
import { dayOf } from "@/server/core/clock";
import { type AnyPart, parts } from "@/server/dossier/registry";
import { type BuiltExport, built } from "@/tests/export/built";
import { readXlsx } from "@/tests/export/xlsx-reader";
import { readZip } from "@/tests/export/zip-reader";

/** Besides the clients with a part to play, this many others. */
const OTHERS = 12;
const FAMOUS = Array.from({ length: 10 }, (_, at) => 10_001 + at);
const CONTINUED = "(vervolg)";
const SCOPES = ["complete", "current"] as const;

/** What is in a workbook that a program could run or follow: formulas, links, and parts that bring them. */
export function activeIn(workbook: Buffer): { formulas: number; hyperlinks: number } {
  const found = { formulas: 0, hyperlinks: 0 };
  for (const { name, content } of readZip(workbook)) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const xml = content.toString();
    found.formulas += xml.match(/<(\w+:)?f[\s>/]|calcChain|externalLink|vbaProject/g)?.length ?? 0;
    found.hyperlinks += xml.match(/<(\w+:)?hyperlink[\s>/]|relationships\/hyperlink/g)?.length ?? 0;
  }
  return found;
}

/** Rows of a dossier in its workbook: those under the headings, without the rows that only continue a text. */
export function rowsIn(workbook: Buffer, labels: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name, rows } of readXlsx(workbook)) {
    if (!labels.has(name)) continue;
    const own = [...rows.values()].slice(1).filter((row) => row.get("A")?.value !== CONTINUED);
    counts.set(name, own.length);
  }
  return counts;
}

async function rowsInDatabase(world: TemporaryWorld, part: AnyPart, clientId: string, scope: string) {
  const now = world.clock.now();
  const rule = scope === "complete" ? "all" : part.currentExport;
  if (typeof rule === "object") return 0;
  const current = rule === "current" ? part.current(part.table, { day: dayOf(now), now }) : undefined;
  return world.db.read.$count(part.table, and(eq(part.table.clientId, clientId), current));
}

/** Sum of the differences, part by part: what is missing here is not made up for by what is too much there. */
export function differenceOf(
  database: ReadonlyMap<string, number>,
  workbook: ReadonlyMap<string, number>,
): number {
  const labels = new Set([...database.keys(), ...workbook.keys()]);
  return [...labels].reduce(
    (sum, label) => sum + Math.abs((database.get(label) ?? 0) - (workbook.get(label) ?? 0)),
    0,
  );
}

const workbooksOf = ({ entries }: BuiltExport) =>
  entries.filter(({ name }) => name.endsWith(".xlsx")).map(({ content }) => content);

/** Exports clients of the whole demo organisation in both scopes, and counts what is in the workbooks. */
export async function counts() {
  const world = await openTemporaryWorld();
  const total = { rows_db: 0, rows_export: 0, difference: 0, formulas: 0, hyperlinks: 0 };
  const labels = new Set<string>(parts.map(({ label }) => label));
  try {
    await seedStart(world);
    await seedDemo(world);
    const chosen = await world.db.read
      .select({ id: clients.id, number: clients.number })
      .from(clients)
      .where(or(inArray(clients.number, FAMOUS), inArray(clients.number, await others(world))))
      .orderBy(asc(clients.number));
    for (const client of chosen) {
      for (const scope of SCOPES) {
        const made = await built(world, client, scope);
        const stored = new Map<string, number>();
        for (const part of parts) stored.set(part.label, await rowsInDatabase(world, part, client.id, scope));
        const written = rowsIn(made.named("dossier.xlsx").content, labels);
        const sum = (map: Map<string, number>) => [...map.values()].reduce((all, n) => all + n, 0);
        total.rows_db += sum(stored);
        total.rows_export += sum(written);
        total.difference += differenceOf(stored, written);
        for (const workbook of workbooksOf(made)) {
          const { formulas, hyperlinks } = activeIn(workbook);
          total.formulas += formulas;
          total.hyperlinks += hyperlinks;
        }
      }
    }
    return total;
  } finally {
    await world.close();
  }
}

/** Every so many of the other clients, over the whole organisation. */
async function others(world: TemporaryWorld): Promise<number[]> {
  const all = await world.db.read
    .select({ number: clients.number })
    .from(clients)
    .orderBy(asc(clients.number));
  const rest = all.map(({ number }) => number).filter((number) => !FAMOUS.includes(number));
  return rest.filter((_, at) => at % Math.ceil(rest.length / OTHERS) === 0);
}
