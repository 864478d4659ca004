import { keepLog } from "@/server/audit/keep";
import { runMatrix } from "@/tests/access/matrix";
import { runTampers } from "@/tests/audit/tampers";
import { openTemporaryWorld } from "../temporary-world";
import { complain, type Line } from "./line";

/** Proves the log: every call leaves its row, and every kind of tampering with rows, anchor and checkpoints is found. */
export async function run(): Promise<Line[]> {
  const knocked = await openTemporaryWorld();
  const { rows, mismatches } = await runMatrix(knocked);
  await knocked.close();
  const tampered = await openTemporaryWorld();
  const keeper = await keepLog(tampered.db, tampered.env.dataDir, tampered.keys);
  const { tampers, missed, sound } = await runTampers(tampered, () =>
    keeper.checkpoint(tampered.clock.now()),
  );
  keeper.close();
  await tampered.close();
  complain(mismatches, missed, sound ? [] : ["the untouched log was held for tampered with"]);
  return [
    { events: rows.found, expected: rows.expected, missing: rows.missing },
    { tampers, detected: sound ? tampers - missed.length : 0 },
  ];
}
