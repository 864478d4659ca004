import { rm } from "node:fs/promises";
import { and, asc, eq, inArray, isNotNull, lt, lte } from "drizzle-orm";
import { mails } from "@/db/schema/mails";
import type { World } from "../core/world";
import type { Carrier } from "./carrier";
import { createFolderCarrier, fileOf } from "./folder";
import { afterAttempt, isSpent, type Outcome } from "./rules";
import { openBody, openSealedText } from "./sealed";
import { createSmtpCarrier } from "./smtp";

type MailRow = typeof mails.$inferSelect;

const KEPT_MS = 30 * 24 * 3_600_000;
/** The most one round brings away. */
const ROUND = 200;

const HOME = Symbol.for("kroniek/mail-rounds");

/** Next bundles a module more than once; rounds follow each other, one a process. */
function afterOthers<T>(round: () => Promise<T>): Promise<T> {
  const store = globalThis as typeof globalThis & { [HOME]?: Promise<unknown> };
  const mine = (store[HOME] ?? Promise.resolve()).then(round);
  store[HOME] = mine.catch(() => undefined);
  return mine;
}

function settle(world: World, mail: MailRow, outcome: Outcome): Promise<unknown> {
  const settled = afterAttempt(mail, outcome, world.clock.now());
  return world.db.write((tx) =>
    tx
      .update(mails)
      .set({ ...settled, ...(isSpent(settled) && { bodySealed: null }) })
      .where(eq(mails.id, mail.id)),
  );
}

/** Marks the next mail that is due as under way, before anything of it leaves: so nothing goes twice unseen. */
function claim(world: World): Promise<MailRow | undefined> {
  const now = world.clock.now();
  return world.db.write(async (tx) => {
    const [mail] = await tx
      .select()
      .from(mails)
      .where(and(inArray(mails.state, ["queued", "failed"]), lte(mails.nextAttemptAt, now)))
      .orderBy(asc(mails.nextAttemptAt), asc(mails.id))
      .limit(1);
    if (!mail) return undefined;
    const claimed = { state: "sending", attempts: mail.attempts + 1, nextAttemptAt: null } as const;
    await tx.update(mails).set(claimed).where(eq(mails.id, mail.id));
    return { ...mail, ...claimed };
  });
}

async function send(world: World, carrier: Carrier, mail: MailRow): Promise<Outcome> {
  if (mail.usefulUntil !== null && mail.usefulUntil <= world.clock.now())
    return { went: "never", problem: "too-late" };
  if (mail.toSealed === null || mail.bodySealed === null) throw new Error("A mail that is due has no text.");
  const { keys, env } = world;
  const to = openSealedText(keys, mail.id, "to", mail.toSealed);
  const { subject, text } = openBody(keys, mail.id, mail.bodySealed);
  return carrier.send({ id: mail.id, from: env.mailFrom, to, subject, text, at: world.clock.now() });
}

/** What a process was sending when it died: a folder takes it again, of a mail server nobody knows. */
async function takeUpInterrupted(world: World, carrier: Carrier): Promise<void> {
  const rows = await world.db.read.select().from(mails).where(eq(mails.state, "sending"));
  for (const mail of rows) {
    const went = carrier.repeatable ? "again" : "uncertain";
    await settle(world, mail, { went, problem: "interrupted" });
  }
}

async function round(world: World): Promise<{ sent: number; tried: number }> {
  const { smtp, dataDir } = world.env;
  const carrier = smtp ? createSmtpCarrier(smtp) : createFolderCarrier(dataDir, world.log);
  const done = { sent: 0, tried: 0 };
  try {
    await takeUpInterrupted(world, carrier);
    while (carrier.usable && done.tried < ROUND) {
      const mail = await claim(world);
      if (!mail) break;
      const outcome = await send(world, carrier, mail);
      await settle(world, mail, outcome);
      done.tried += 1;
      if (outcome.went === "sent") done.sent += 1;
      else world.log("A mail was not sent", { mail: mail.id, went: outcome.went, problem: outcome.problem });
    }
    return done;
  } finally {
    carrier.close();
  }
}

/**
 * Brings away the mail that is due: to the mail server, or without one into the data folder. May be asked at any time;
 * rounds follow each other, so what is under way when one begins was left by a process that died.
 * @returns how many were sent, and how many were tried
 */
export function deliverMail(world: World): Promise<{ sent: number; tried: number }> {
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
  const rows = await world.db.read.select({ id: mails.id }).from(mails).where(old);
  for (const { id } of rows) await rm(fileOf(world.env.dataDir, id), { force: true });
  if (rows.length > 0) await world.db.write((tx) => tx.delete(mails).where(old));
  return rows.length;
}
