import { createReadStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { parse } from "csv-parse";
import type { MatchPerson } from "@/server/clients/match/person";
import { meaningsOf, personOf } from "./match/columns";
import { hardPairs, toCsv } from "./match/hard-pairs";
import { type Measured, measure } from "./match/measure";

const USAGE = `Usage: npm run match -- FILE.csv --truth COLUMN [--json]
       npm run match -- FILE.csv --make PEOPLE [--seed TEXT]   writes a list of hard pairs, with the truth in "person"`;

/** The people of a list, and who each of them is by the column of truth. */
async function readList(file: string, truth: string): Promise<{ people: MatchPerson[]; truths: string[] }> {
  const rows = createReadStream(file).pipe(
    parse({
      bom: true,
      delimiter: [",", ";", "\t"],
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }),
  );
  const people: MatchPerson[] = [];
  const truths: string[] = [];
  let meanings: ReturnType<typeof meaningsOf> | undefined;
  let at = -1;
  for await (const row of rows as AsyncIterable<string[]>) {
    if (!meanings) {
      at = row.indexOf(truth);
      if (at < 0) throw new Error(`There is no column ${truth}. The file has: ${row.join(", ")}.`);
      // The truth is not to be looked at.
      meanings = meaningsOf(row.with(at, ""));
      if (!meanings.some(Boolean)) throw new Error(`No column is about a person: ${row.join(", ")}.`);
      continue;
    }
    people.push(personOf(meanings, row));
    truths.push(row[at]?.trim() ?? "");
  }
  if (people.length === 0) throw new Error("The file has no rows.");
  return { people, truths };
}

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

function textOf({ rows, pairs, proposed, precision, recall, f1, seconds }: Measured): string {
  return `${rows} rows, ${pairs} true pairs, ${proposed} proposed: precision ${rounded(precision)}, recall ${rounded(recall)}, f1 ${rounded(f1)}, ${seconds.toFixed(2)} s`;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      truth: { type: "string" },
      json: { type: "boolean" },
      make: { type: "string" },
      seed: { type: "string", default: "kroniek" },
    },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new Error(USAGE);
  if (values.make !== undefined) {
    const people = Number(values.make);
    if (!Number.isInteger(people) || people < 1) throw new Error(USAGE);
    await writeFile(file, toCsv(hardPairs(values.seed, people)), { flag: "wx" });
    return;
  }
  if (values.truth === undefined) throw new Error(USAGE);
  const { people, truths } = await readList(file, values.truth);
  const measured = measure(people, truths);
  const { precision, recall, f1, seconds } = measured;
  const json = {
    precision: rounded(precision),
    recall: rounded(recall),
    f1: rounded(f1),
    seconds: rounded(seconds),
  };
  process.stdout.write(`${values.json ? JSON.stringify(json) : textOf(measured)}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
