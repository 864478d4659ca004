import { dieAndRecover, KILL_POINTS } from "./export/kill-points";
import { busy } from "./faults/busy";
import { carenFailing } from "./faults/caren";
import { killEngine } from "./faults/engine-kills";
import {
  auditKeyMissing,
  clockJumps,
  deletionWhileDownloading,
  diskFull,
  doubleClick,
  downtime,
  rightWithdrawn,
} from "./faults/export-faults";
import { crashInMerge, mergeDuringExport, mergeOfTheSamePair } from "./faults/merge";
import { isWhole, messagesKilled } from "./faults/messages";
import { smtpFailing } from "./faults/smtp";
import { complain, type Line } from "./line";

/** A line of SECURITY.md H: what shows its outcome, or nothing while its room is not built. */
type Proof = (() => Promise<boolean>) | undefined;

/** In the order of the table. Kill -9, messages and the locked database have figures of their own, and are asked for those. */
const faults = (shown: { killed: boolean; busy: boolean; messages: boolean }): Record<string, Proof> => ({
  "kill-while-exporting": async () => shown.killed,
  "disk-full": diskFull,
  "database-locked": async () => shown.busy,
  "crash-in-bulk-message": async () => shown.messages,
  "smtp-failing": smtpFailing,
  "caren-failing": carenFailing,
  "clock-jumps": clockJumps,
  "double-click": doubleClick,
  "merge-of-the-same-pair": mergeOfTheSamePair,
  "merge-during-export": mergeDuringExport,
  "crash-in-merge": crashInMerge,
  "deletion-while-downloading": deletionWhileDownloading,
  "day-of-downtime": downtime,
  "right-withdrawn": rightWithdrawn,
  "audit-key-missing": auditKeyMissing,
});

/** Kills a process at each write of the engine and each step of an export's life, and looks at what comes after. */
async function kills(): Promise<{ kill_points: number; wrong: number; orphans: number }> {
  const engine = await killEngine();
  complain(engine.wrong);
  const total = { kill_points: engine.kill_points, wrong: engine.wrong.length, orphans: 0 };
  for (const point of KILL_POINTS) {
    const { wrong, orphans } = await dieAndRecover(point);
    complain([...wrong, ...orphans].map((what) => `${point}: ${what}`));
    total.kill_points++;
    total.wrong += wrong.length;
    total.orphans += orphans.length;
  }
  return total;
}

/** Proves what comes out of faults (SECURITY.md H). Works in folders of its own. */
export async function run(): Promise<Line[]> {
  const killed = await kills();
  const locked = await busy();
  const messages = await messagesKilled();
  const shown = {
    killed: killed.wrong + killed.orphans === 0,
    busy: locked.busy === locked.recovered && locked.acknowledged_lost === 0,
    messages: isWhole(messages),
  };
  const lines: Line[] = [{ ...killed }, { ...messages }, { ...locked }];
  for (const [fault, proof] of Object.entries(faults(shown))) {
    lines.push({ fault, outcome: proof === undefined ? "absent" : (await proof()) ? "ok" : "wrong" });
  }
  return lines;
}
