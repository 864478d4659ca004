import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import { openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { createEngine, type Engine } from "@/inngest/engine/engine";
import { systemClock } from "@/server/core/clock";

const dir = mkdtempSync(join(tmpdir(), "eng-"));
const db = await openDatabase({ file: join(dir, "k.db"), encryptionKey: "ab".repeat(32) });
await migrate(db, "db/migrations");
const signingKey = `signkey-prod-${"ab".repeat(32)}`;
let engine: Engine;
let counter = 0;
const inngest = new Inngest({
  id: "kroniek",
  isDev: false,
  aiMetadata: false,
  checkpointing: !process.env.NOCP,
  signingKey,
  eventKey: "k",
  baseUrl: "http://engine.invalid",
  fetch: (i, n) => engine.fetch(i, n),
});
const ends: (() => void)[] = [];
const fn = inngest.createFunction({ id: "t", triggers: [{ event: "a/b" }] }, async ({ step }) => {
  const a = await step.run("a", () => 1);
  const b = await step.run("b", () => a + 1);
  const c = await step.run("c", () => b + 1);
  counter++;
  ends.shift()?.();
  return c;
});
const handler = serve({ client: inngest, functions: [fn], enableUnauthedSync: false });
engine = createEngine({
  db,
  clock: systemClock(),
  reach: async (r) => handler(r),
  signingKey,
  eventKey: "k",
  log: (m, d) => console.log(m, d),
  mostCalls: Number(process.env.C ?? 16),
});
await engine.start();
console.log(engine.state());
const dump = async () => {
  const { sql } = await import("drizzle-orm");
  for (const t of ["engine_runs", "engine_jobs", "engine_steps", "engine_events"])
    console.log(t, await db.read.all(sql.raw(`select * from ${t} limit 3`)));
};
await engine.send([{ name: "a/b" }]);
await engine.settled();
console.log(counter);
if (!counter) {
  await dump();
  process.exit(1);
}
for (let k = 0; k < 3; k++) {
  const N = 1000;
  const t0 = performance.now();
  await engine.send(Array.from({ length: N }, () => ({ name: "a/b" })));
  await engine.settled();
  console.log("runs/s", (N / (performance.now() - t0)) * 1000, counter);
}
const times: number[] = [];
for (let i = 0; i < 100; i++) {
  const t0 = performance.now();
  const end = new Promise<void>((r) => ends.push(r));
  await engine.send([{ name: "a/b" }]);
  await end;
  times.push(performance.now() - t0);
  await engine.settled();
}
times.sort((a, b) => a - b);
console.log("p50", times[50], "p95", times[95]);
await engine.stop({ graceMs: 1000 });
await db.close();
