import { and, eq, isNull, ne } from "drizzle-orm";
import type { Reader, Tx } from "@/db/client";
import { sessions } from "@/db/schema/auth";
import type { ChangeCtx } from "../access/perform";
import { DomainError } from "../core/errors";
import { newId } from "../core/ids";
import type { World } from "../core/world";
import { type Account, accountOf, type Holder, holderOf, ownerColumns } from "./holder";
import { mustHave, secondFactorOf } from "./second-factor";

/*
 * Signing in goes through up to three stages. `password`: the right password was given, nothing but the second factor
 * may follow. `proved`: that was given too, and the session waits to be exchanged for a full one with an id and cookie
 * of its own. `full`: signed in. Only a full session is anyone to the doors.
 */

export type Stage = typeof sessions.$inferSelect.stage;

/** From the password to the cookie of the full session. */
const HALF_MS = 15 * 60_000;

/** A session that is not signed in yet. */
export interface HalfSession {
  id: string;
  stage: Exclude<Stage, "full">;
  holder: Holder;
  account: Account;
}

/** Which stage follows a right password. */
export async function stageAfterPassword(
  db: Reader,
  world: Pick<World, "demo">,
  holder: Holder,
): Promise<Stage> {
  return mustHave(world) || (await secondFactorOf(db, holder)) === "confirmed" ? "password" : "full";
}

/** Opens a session for whoever proved to be this holder. @returns its id, for the cookie */
export async function openSession(tx: Tx, holder: Holder, stage: Stage, now: number): Promise<string> {
  const id = newId(now);
  const times = { createdAt: now, lastSeenAt: now, provedAt: now };
  await tx.insert(sessions).values({ id, stage, ...ownerColumns(holder), ...times });
  return id;
}

/**
 * The half session a cookie names; `undefined` when it is full, ended, over a quarter of an hour old, of the other
 * kind of account, or the account was switched off.
 */
export async function findHalfSession(
  world: World,
  sessionId: string,
  kind: Holder["kind"],
): Promise<HalfSession | undefined> {
  const [row] = await world.db.read
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt), ne(sessions.stage, "full")));
  if (!row || row.stage === "full") return undefined;
  const now = world.clock.now();
  const holder = holderOf(row);
  if (holder.kind !== kind || now < row.createdAt || now - row.createdAt > HALF_MS) return undefined;
  const account = await accountOf(world.db.read, holder);
  return account && { id: row.id, stage: row.stage, holder, account };
}

/** Notes that the second factor was given. @throws DomainError `not-signed-in` when the session ended meanwhile */
export async function markProved(ctx: ChangeCtx, half: HalfSession): Promise<void> {
  const changed = await ctx.tx
    .update(sessions)
    .set({ stage: "proved", provedAt: ctx.now })
    .where(and(eq(sessions.id, half.id), isNull(sessions.endedAt), eq(sessions.stage, "password")))
    .returning({ id: sessions.id });
  if (changed.length === 0) throw new DomainError("not-signed-in");
}

/**
 * Exchanges a proved session for a full one: a new id, so that no cookie from before the second factor is of use.
 * @returns the full session's id, for its cookie
 * @throws DomainError `not-signed-in` when it is not proved, or was exchanged before
 */
export async function exchangeSession(ctx: ChangeCtx, half: HalfSession | undefined): Promise<string> {
  if (!half) throw new DomainError("not-signed-in");
  const ended = await ctx.tx
    .update(sessions)
    .set({ endedAt: ctx.now })
    .where(and(eq(sessions.id, half.id), isNull(sessions.endedAt), eq(sessions.stage, "proved")))
    .returning({ id: sessions.id });
  if (ended.length === 0) throw new DomainError("not-signed-in");
  return openSession(ctx.tx, half.holder, "full", ctx.now);
}
