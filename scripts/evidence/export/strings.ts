import fc from "fast-check";
import { insertMany } from "@/db/insert";
import { reports } from "@/db/schema/dossier/reports";
import { openTemporaryWorld } from "@/scripts/temporary-world";
import { CLIENTS, makePlaces } from "@/tests/access/people";
import { built } from "@/tests/export/built";
import { anyText, xmlOnly } from "@/tests/export/odd-text";
import { readXlsx } from "@/tests/export/xlsx-reader";

const STRINGS = 10_000;
const SEED = 20_261_121;
const CLIENT = { id: "client-own", number: CLIENTS.own };
/** Column of the report sheet that holds the text, and the mark of a continued row. */
const TEXT = "F";
const CONTINUED = "(vervolg)";

/** Texts as people and other systems leave them: any characters, formulas, blanks, and some longer than a cell. */
function generated(): string[] {
  const long = fc
    .tuple(anyText, fc.integer({ min: 32_700, max: 70_000 }))
    .map(([text, length]) => `${text}👵`.repeat(Math.ceil(length / (text.length + 2))).slice(0, length));
  const formula = fc
    .tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r"), anyText)
    .map(([mark, text]) => mark + text);
  const kinds = fc.oneof(
    { arbitrary: anyText, weight: 700 },
    { arbitrary: formula, weight: 290 },
    { arbitrary: long, weight: 10 },
  );
  return fc.sample(kinds, { numRuns: STRINGS, seed: SEED });
}

/** How many texts read back differ from what was written, less the characters that XML cannot hold. */
export function mismatchesOf(stored: readonly string[], read: readonly string[]): number {
  const differing = stored.filter((text, at) => xmlOnly(text) !== read[at]).length;
  return differing + Math.abs(stored.length - read.length);
}

/** The texts of a report sheet, in its order, continued rows joined to what they continue. */
function textsIn(workbook: Buffer): string[] {
  const sheet = readXlsx(workbook).find(({ name }) => name === "Rapportages");
  const texts: string[] = [];
  for (const row of [...(sheet?.rows.values() ?? [])].slice(1)) {
    const text = String(row.get(TEXT)?.value ?? "");
    if (row.get("A")?.value === CONTINUED) texts.push(`${texts.pop() ?? ""}${text}`);
    else texts.push(text);
  }
  return texts;
}

/** Writes generated texts as reports, exports them with the real worker and reads the workbook back. */
export async function strings(): Promise<{ strings: number; mismatches: number }> {
  const world = await openTemporaryWorld();
  try {
    await makePlaces(world);
    const rows = generated().map((text, at) => ({
      ...{ id: `r${at}`, clientId: CLIENT.id, moment: at * 60_000, recordedAt: at, recordedBy: "Iemand" },
      ...{ category: "care", discipline: "nurse", text, expertises: [] },
    }));
    await world.db.write((tx) => insertMany(tx, reports, rows), { alone: true });
    const made = await built(world, CLIENT);
    // As it was written, not as the driver reads it back: that stops at a NUL. A lone surrogate has no UTF-8.
    const wanted = rows.map(({ text }) => Buffer.from(text).toString());
    const removed = wanted.reduce((sum, text) => sum + text.length - xmlOnly(text).length, 0);
    const uncounted = made.manifest.characters.removed === removed ? 0 : 1;
    const read = textsIn(made.named("dossier.xlsx").content);
    return { strings: wanted.length, mismatches: mismatchesOf(wanted, read) + uncounted };
  } finally {
    await world.close();
  }
}
