import { runIdor } from "@/tests/access/idor";
import { runMatrix } from "@/tests/access/matrix";
import { openTemporaryWorld } from "../temporary-world";
import { complain, type Line } from "./line";

/** Proves the door: the matrix of every procedure, and foreign ids put wherever an id can be put. */
export async function run(): Promise<Line[]> {
  const knocked = await openTemporaryWorld();
  const { procedures, cells, mismatches } = await runMatrix(knocked);
  await knocked.close();
  const tried = await openTemporaryWorld();
  const { attempts, leaks, writes } = await runIdor(tried);
  await tried.close();
  complain(mismatches, leaks, writes);
  return [
    { procedures, cells, mismatches: mismatches.length },
    { idor_attempts: attempts, leaks: leaks.length, writes: writes.length },
  ];
}
