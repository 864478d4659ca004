import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "@/db/client";
import { openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { own } from "@/db/owner";
import { clients } from "@/db/schema/clients";
import { seedDemo } from "@/db/seed/demo";
import { DEMO_PASSWORD, DEMO_PEOPLE, DEMO_PORTAL_PEOPLE } from "@/db/seed/people";
import { seedStart } from "@/db/seed/start";
import { sweepCaren } from "@/inngest/caren";
import { sweepExports } from "@/inngest/export";
import { sweepImports } from "@/inngest/import";
import { startEngine } from "@/inngest/start";
import { perform } from "./access/perform";
import { keepLog } from "./audit/keep";
import { makeSetupLink, needsSetup } from "./auth/setup";
import { systemClock } from "./core/clock";
import { addressWarning, type Env, readEnv } from "./core/env";
import { type Keys, loadKeys } from "./core/keys";
import { setRunning, type World } from "./core/world";
import { decideDemo, isDemo } from "./demo-mark";
import { cancelBuilds } from "./export/builder";
import { sweepFiles } from "./files/store";
import { stopImports } from "./interchange/under-way";
import { trustSocketAddress } from "./source-address";
import { onStop } from "./stop";

/** Technical facts to the server log, one JSON object a line; nothing personal. */
function log(message: string, facts: Record<string, string | number> = {}): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), message, ...facts })}\n`);
}

const say = (line: string) => process.stdout.write(`${line}\n`);

async function openWorld(env: Env, keys: Keys, db: Database): Promise<World> {
  await migrate(db, join(process.cwd(), "db", "migrations"));
  const clock = systemClock(env.clockOffsetMs);
  return {
    db,
    clock,
    startedAt: clock.now(),
    keys,
    env,
    demo: await isDemo(db),
    accept: async () => undefined,
    wake: () => undefined,
    log,
  };
}

/**
 * Brings the whole product up in this process: keys, ownership of the data folder, migrations, the demo or the
 * set-up link, the audit anchor, the sweep of expired exports, and the engine. Only then is it healthy.
 * @throws Error in words for the person who starts it
 */
export async function start(): Promise<void> {
  const env = readEnv(process.env);
  process.umask(0o077);
  if (!env.trustProxy) trustSocketAddress();
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 });
  const ownership = await own(join(env.dataDir, "owner.db"));
  const keys = loadKeys(env.dataDir, process.env);
  const db = await openDatabase({ file: join(env.dataDir, "kroniek.db"), encryptionKey: keys.database });
  const world = await openWorld(env, keys, db);
  const keeper = await keepLog(db, env.dataDir, keys);
  await seedStart(world);
  if (decideDemo({ env, marked: world.demo, empty: await isEmpty(world) })) {
    say("De demo-organisatie wordt gemaakt …");
    await seedDemo(world);
    world.demo = true;
  }
  await sweepFiles(world);
  await sweepExports(world);
  await sweepImports(world);
  await sweepCaren(world);
  // Before the engine: what it takes up again after a crash finds its world.
  setRunning({ world });
  const engine = await startEngine(world);
  await logStart(world, keeper.deviation);
  setRunning({ health: engine.health });
  onStop(async () => {
    setRunning({ health: () => ({ status: "stopping", reason: "Kroniek is stopping." }) });
    cancelBuilds();
    stopImports();
    await engine.stop();
    await keeper.checkpoint(world.clock.now());
    await db.close();
    keeper.close();
    await ownership.release();
  });
  await greet(world);
}

/** A database with imported dossiers but nobody to sign in yet is not empty: no demo is made around real people. */
async function isEmpty(world: World): Promise<boolean> {
  return (await needsSetup(world)) && (await world.db.read.$count(clients)) === 0;
}

async function logStart(
  world: World,
  deviation: { what: string; sequence: number } | undefined,
): Promise<void> {
  const system = { actor: { kind: "system" }, accessPoint: "engine", source: null } as const;
  const write = (audit: "server.started" | "audit.deviation-found", detail: string | null) =>
    perform(world, system, { tasks: [], audit, kind: "mutation" }, { kind: "none" }, async (ctx) => {
      if (detail) ctx.detail(detail);
    });
  await write("server.started", null);
  if (!deviation) return;
  await write("audit.deviation-found", `${deviation.what} at ${deviation.sequence}`);
  log("The audit log does not fit its anchor. Run: npm run audit:verify", deviation);
}

async function greet(world: World): Promise<void> {
  say(`\nKroniek: ${world.env.publicUrl}`);
  const warning = addressWarning(world.env);
  if (warning) say(warning);
  if (world.demo) {
    say(`\nDemo. Wachtwoord voor iedereen: ${DEMO_PASSWORD}`);
    for (const person of DEMO_PEOPLE) say(`  ${person.email.padEnd(36)}${person.title}`);
    say(`Portaal: ${world.env.publicUrl}/caren/login`);
    for (const person of DEMO_PORTAL_PEOPLE) say(`  ${person.email.padEnd(36)}${person.about}`);
  } else if (await needsSetup(world)) {
    say(`\nMaak de eerste beheerder (een uur geldig): ${await makeSetupLink(world)}`);
  }
  say("\nStoppen: Ctrl-C");
}

/** As `start`, for Next: what goes wrong is said in one line, and the process ends instead of answering 500. */
export async function startOrExit(): Promise<void> {
  try {
    await start();
  } catch (error) {
    process.stderr.write(`\nKroniek start niet. ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
