import { existsSync } from "node:fs";
import { join } from "node:path";
import { openReader } from "@/db/client";
import type { Deviation } from "@/server/audit/chain";
import { verifyLog } from "@/server/audit/keep";
import { readEnv } from "@/server/core/env";
import { loadKeys } from "@/server/core/keys";

const WHAT: Record<Deviation["what"], (row: number) => string> = {
  gap: (row) => `Rond logregel ${row} ontbreekt een regel, of er staat er een te veel.`,
  changed: (row) => `Logregel ${row} of een regel ervoor is veranderd.`,
  "unknown-key": (row) => `Logregel ${row} is met een onbekende sleutel gemaakt.`,
  truncated: (row) => `Het einde van het logboek ontbreekt, vanaf logregel ${row}.`,
  "anchor-differs": (row) => `Het anker buiten de database past niet bij het logboek (bij logregel ${row}).`,
  "checkpoint-differs": (row) => `Een ondertekend controlepunt klopt niet (bij logregel ${row}).`,
  "noted-at-start": () => "Bij een eerdere start paste het logboek niet bij zijn anker; dat blijft gemeld.",
};

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
  say(deviation ? `AFWIJKING. ${WHAT[deviation.what](deviation.sequence)}` : "Geen afwijkingen gevonden.");
  return deviation === undefined;
}

try {
  process.exitCode = (await checkLog()) ? 0 : 1;
} catch (error) {
  say(`Het logboek kon niet worden gecontroleerd. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
