import { rm } from "node:fs/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import { and, eq, inArray, isNotNull, lt, lte } from "drizzle-orm";
import { mails } from "@/db/schema/mails";
import type { World } from "../core/world";
import type { Carrier } from "./carrier";
import { createFolderCarrier, fileOf } from "./folder";
import { claim, type Done, type MailRow, settle } from "./hand-out";
import type { Outcome } from "./rules";
import { openBody, openSealedText } from "./sealed";
import { createSmtpCarrier } from "./smtp";

const KEPT_MS = 30 * 24 * 3_600_000;
/** A round begins nothing new after this: others then get their turn, and what waits longer is the next round's. */
const ROUND_MS = 20_000;
/** Under way at most. Of what a crash interrupts nobody knows whether it went, so they are few. */
const UNDER_WAY = 40;
/** Mails removed in one transaction. */
const SWEPT = 200;
/** So many at once are worth a connection more. */
const A_LANE = 5;

const HOME = Symbol.for("kroniek/mail-rounds");

/** Next bundles a module more than once; rounds follow each other, one a process. */
function afterOthers<T>(round: () => Promise<T>): Promise<T> {
  const store = globalThis as typeof globalThis & { [HOME]?: Promise<unknown> };
  const mine = (store[HOME] ?? Promise.resolve()).then(round);
  // The next round waits for this one whatever became of it; its failure goes to who asked for it.
  store[HOME] = mine.catch(() => undefined);
  return mine;
}

async function send(world: World, carrier: Carrier, mail: MailRow): Promise<Outcome> {
  const at = world.clock.now();
  if (mail.usefulUntil !== null && mail.usefulUntil <= at) return { went: "never", problem: "too-late" };
  if (mail.toSealed === null || mail.bodySealed === null) throw new Error("A mail that is due has no text.");
  const { keys, env } = world;
  const to = openSealedText(keys, mail.id, "to", mail.toSealed);
  const { subject, text } = openBody(keys, mail.id, mail.bodySealed);
  return carrier.send({ id: mail.id, from: env.mailFrom, to, subject, text, at });
}

/** What a process was sending when it died: a folder takes it again, of a mail server nobody knows. */
async function takeUpInterrupted(world: World, carrier: Carrier): Promise<void> {
  // Both kinds by name, as the index has them.
  const sending = and(inArray(mails.bulk, [false, true]), eq(mails.state, "sending"));
  const rows = await world.db.read.select().from(mails).where(sending);
  const outcome: Outcome = { went: carrier.repeatable ? "again" : "uncertain", problem: "interrupted" };
  const now = world.clock.now();
  if (rows.length > 0)
    await world.db.write((tx) =>
      settle(
        tx,
        rows.map((mail) => ({ mail, outcome })),
        now,
      ),
    );
}

/** Those that bring mail away side by side: one first, and more once it is reached and there is much to do. */
function makeLanes(world: World) {
  const { smtp, dataDir } = world.env;
  const make = () => (smtp ? createSmtpCarrier(smtp) : createFolderCarrier(dataDir, world.log));
  const first = make();
  const lanes = [first];
  let most = first.lanes;
  return {
    first,
    close: () => lanes.forEach((lane) => void lane.close()),
    /** The lanes for so many mails. A server that allows no further connection is served over those there are. */
    usable: async (mails: number): Promise<Carrier[]> => {
      while (lanes.length < Math.min(most, Math.ceil(mails / A_LANE))) {
        const next = make();
        if (await next.ready()) lanes.push(next);
        else most = lanes.length;
      }
      return lanes.filter((lane) => lane.usable).slice(0, Math.max(1, Math.ceil(mails / A_LANE)));
    },
  };
}

/** Brings a few mails away over the lanes. What no lane took, because all broke, is given back. */
async function bring(world: World, lanes: readonly Carrier[], mails: readonly MailRow[]): Promise<Done[]> {
  const waiting = [...mails];
  const done: Done[] = [];
  const work = async (lane: Carrier) => {
    for (let mail = waiting.shift(); mail; mail = lane.usable ? waiting.shift() : undefined) {
      const outcome = await send(world, lane, mail);
      done.push({ mail, outcome });
      if (outcome.went !== "sent")
        world.log("A mail was not sent", { mail: mail.id, went: outcome.went, problem: outcome.problem });
    }
  };
  await Promise.all(lanes.map(work));
  return [...done, ...waiting.map((mail) => ({ mail, outcome: undefined }))];
}

async function round(world: World): Promise<{ sent: number; tried: number; more: boolean }> {
  const lanes = makeLanes(world);
  const end = performance.now() + ROUND_MS;
  const told = { sent: 0, tried: 0, more: false };
  try {
    await takeUpInterrupted(world, lanes.first);
    // One first: of a server that is away only that one is told.
    let under = await claim(world, [], 1);
    while (under.length > 0) {
      const done = await bring(world, await lanes.usable(under.length), under);
      told.tried += done.filter(({ outcome }) => outcome).length;
      told.sent += done.filter(({ outcome }) => outcome?.went === "sent").length;
      told.more = performance.now() > end;
      under = await claim(world, done, lanes.first.usable && !told.more ? UNDER_WAY : 0);
    }
    return told;
  } finally {
    lanes.close();
  }
}

/**
 * Brings away the mail that is due: to the mail server, or without one into the data folder. May be asked at any time;
 * rounds follow each other, so what is under way when one begins was left by a process that died.
 * @returns how many were sent, how many were tried, and whether it stopped before all was done
 */
export function deliverMail(world: World): Promise<{ sent: number; tried: number; more: boolean }> {
  return afterOthers(() => round(world));
}

/** Removes what ended 30 days ago, file and all, and wipes links that have run out. @returns how many were removed */
export async function sweepMail(world: World): Promise<number> {
  const now = world.clock.now();
  const before = now - KEPT_MS;
  const runOut = and(isNotNull(mails.bodySealed), isNotNull(mails.endedAt), lte(mails.usefulUntil, now));
  if ((await world.db.read.$count(mails, runOut)) > 0)
    await world.db.write((tx) => tx.update(mails).set({ bodySealed: null }).where(runOut));
  const old = and(isNotNull(mails.endedAt), lt(mails.endedAt, before));
  let removed = 0;
  for (;;) {
    const rows = await world.db.read.select({ id: mails.id }).from(mails).where(old).limit(SWEPT);
    const ids = rows.map(({ id }) => id);
    for (const id of ids) await rm(fileOf(world.env.dataDir, id), { force: true });
    if (ids.length > 0) await world.db.write((tx) => tx.delete(mails).where(inArray(mails.id, ids)));
    removed += ids.length;
    if (ids.length < SWEPT) return removed;
    await nextTurn();
  }
}
