import { join } from "node:path";
import type { Database } from "@/db/client";
import { openTemporaryWorld } from "@/scripts/temporary-world";
import { runOut, runsIn, startRig } from "@/tests/engine/rig";
import { flowsOf } from "./engine-flows";

/*
 * A process that sends two events and lets the engine carry them to their end: `DATA_DIR CHECKPOINTING AT MOMENT`.
 * With AT above 0 it ends by SIGKILL at that write of the engine: `before` it is stored, with all of it done but its
 * commit, or `after`, when it is stored and nobody heard of it. With AT 0 it is the next start, a quarter of an hour later; it prints what the runs came to.
 */
const [dataDir = "", checkpointing = "", at = "0", moment = ""] = process.argv.slice(2);
const MINUTE_MS = 60_000;
/** Past every sleep of the flows, and well within the two hours after which a lost lease ends by itself. */
const PATIENCE_MS = 30 * MINUTE_MS;

const die = (here: string): void => {
  if (here === moment) process.kill(process.pid, "SIGKILL");
};

function deadly(real: Database): Database {
  let count = 0;
  return {
    ...real,
    write: async (work, options) => {
      count += 1;
      if (count !== Number(at)) return real.write(work, options);
      const answer = await real.write(async (tx) => {
        const result = await work(tx);
        die("before");
        return result;
      }, options);
      die("after");
      return answer;
    },
  };
}

const world = await openTemporaryWorld({ dataDir });
const { clock } = world;
if (at === "0") clock.move(15 * MINUTE_MS);
const rig = await startRig({
  db: deadly(world.db),
  clock,
  functions: flowsOf(join(dataDir, "tally")),
  checkpointing: checkpointing === "true",
});
await rig.engine.send([
  { name: "straight", id: "straight" },
  { name: "wide", id: "wide" },
]);
const hands = {
  now: clock.now,
  set: (time: number) => clock.move(time - clock.now()),
  advance: clock.move,
};
await runOut(rig, world.db, hands, clock.now() + PATIENCE_MS);
const runs = await runsIn(world.db);
await rig.engine.stop({ graceMs: 1_000 });
await world.close();
process.stdout.write(
  JSON.stringify(runs.map((run) => `${run.functionId} ${run.status} ${run.output}`).sort()),
);
