import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openReader } from "@/db/client";
import { deviationText } from "@/server/audit/deviation";
import { verifyLog } from "@/server/audit/keep";
import { fingerprint, publicKeyText } from "@/server/audit/log-file";
import { checkLogFile } from "@/server/audit/log-file-check";
import { readEnv } from "@/server/core/env";
import { loadKeys } from "@/server/core/keys";
import { fileLines } from "./audit-verify/told";

const USAGE = "Gebruik: npm run audit:verify [-- BESTAND [--key VINGERAFDRUK]]";

const say = (line: string) => process.stdout.write(`${line}\n`);
const count = (n: number, one: string, more: string) =>
  `${n.toLocaleString("nl-NL")} ${n === 1 ? one : more}`;

/**
 * Checks the whole audit log of `DATA_DIR` against its chain, its anchor and its signed checkpoints, and says what
 * it went by. Only reads: it may run beside a server. @returns whether all of it was right
 */
async function checkLog(): Promise<boolean> {
  const { dataDir } = readEnv(process.env);
  const file = join(dataDir, "kroniek.db");
  if (!existsSync(file)) throw new Error(`Er is geen database in ${dataDir}. Geef de map aan met DATA_DIR.`);
  const keys = loadKeys(dataDir, process.env);
  const db = await openReader({ file, encryptionKey: keys.database });
  const { rows, checkpoints, anchored, deviation } = await verifyLog(db.read, dataDir, keys);
  db.close();
  const points = count(checkpoints, "ondertekend controlepunt", "ondertekende controlepunten");
  const anchor =
    anchored === undefined ? "geen anker" : `anker op logregel ${anchored.toLocaleString("nl-NL")}`;
  say(`Gecontroleerd: ${count(rows, "logregel", "logregels")}, ${points}, ${anchor}.`);
  say(deviation ? `AFWIJKING. ${deviationText(deviation)}` : "Geen afwijkingen gevonden.");
  return deviation === undefined;
}

/** The public key of the installation this command stands in, when there is one: nothing is made for it. */
function ownKey(): string | undefined {
  const { dataDir } = readEnv(process.env);
  if (!existsSync(join(dataDir, "keys", "checkpoint"))) return undefined;
  return publicKeyText(loadKeys(dataDir, process.env).checkpoint);
}

/**
 * Checks an exported log with the public key alone, and says what that proves. Needs no database: an outside auditor
 * gives the fingerprint the organisation made known.
 * @returns whether the file is as it was signed, with the key that was asked for
 */
async function checkFile(file: string, wanted: string | undefined): Promise<boolean> {
  if (!existsSync(file)) throw new Error(`Er is geen bestand ${file}.`);
  const found = await checkLogFile(createReadStream(file));
  const key = found.header?.publicKey;
  const own = wanted === undefined ? ownKey() : undefined;
  const compared = { wanted: wanted ?? (own && fingerprint(own)), given: key && fingerprint(key) };
  const { lines, right } = fileLines(found, compared);
  for (const line of lines) say(line);
  return right;
}

async function main(): Promise<boolean> {
  const given = parseArgs({ allowPositionals: true, options: { key: { type: "string" } } });
  const [file, ...more] = given.positionals;
  if (more.length > 0) throw new Error(USAGE);
  return file === undefined ? checkLog() : checkFile(file, given.values.key);
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  say(`Het logboek kon niet worden gecontroleerd. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
