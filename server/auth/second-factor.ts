import { randomBytes } from "node:crypto";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { encode } from "uqr";
import type { Reader, Tx } from "@/db/client";
import { secondFactors } from "@/db/schema/second-factor";
import type { ChangeCtx } from "../access/perform";
import { DomainError } from "../core/errors";
import { newId } from "../core/ids";
import type { World } from "../core/world";
import { unwrapKey, wrapKey } from "../files/wrap";
import { inGroups, toBase32 } from "./base32";
import type { Holder } from "./holder";
import { forgetRecoveryCodes, makeRecoveryCodes, takeRecoveryCode } from "./recovery-codes";
import { releaseCode } from "./throttle";
import { addressOf, stepOf } from "./totp";

/*
 * The second factor of an account: six digits from an authenticator app, or a recovery code (SECURITY.md B4). One
 * engine for employees and the portal. Every act is part of the caller's transaction, which decides who was first.
 */

const SEED_BYTES = 20;
/** An app that was shown a seed must answer within this time; later one begins anew. */
const CONFIRM_WITHIN_MS = 15 * 60_000;

const whose = (holder: Holder) =>
  and(eq(secondFactors.holderKind, holder.kind), eq(secondFactors.holderId, holder.id));
const counts = (holder: Holder) => and(whose(holder), isNotNull(secondFactors.confirmedAt));
const begun = (holder: Holder) => and(whose(holder), isNull(secondFactors.confirmedAt));
const bound = (id: string) => `second-factor/${id}`;
/** People type spaces and dashes as they read them. */
const plainOf = (code: string) => code.normalize("NFKC").replace(/[\s-]/g, "");

/** A begun enrolment, to show once: never stored or logged in this form. */
export interface Enrolment {
  /** The seed in base32, in groups of four, to type over */
  secret: string;
  /** What the QR code says */
  uri: string;
  /** The QR code, row by row; true is dark. Without the quiet zone of four modules around it */
  qr: boolean[][];
}

/** Whether an account of this installation must have a second factor: always, but in a demo (SECURITY.md B4). */
export function mustHave(world: Pick<World, "demo">): boolean {
  return !world.demo;
}

/** Whether the account has a second factor now; one that was only begun is none. */
export async function secondFactorOf(db: Reader, holder: Holder): Promise<"none" | "confirmed"> {
  return (await db.$count(secondFactors, counts(holder))) > 0 ? "confirmed" : "none";
}

/** Since when (epoch ms) the account has its second factor; `null` without one. */
export async function secondFactorSince(db: Reader, holder: Holder): Promise<number | null> {
  const [row] = await db.select().from(secondFactors).where(counts(holder));
  return row?.confirmedAt ?? null;
}

/**
 * Begins a new app for this account. Until it is confirmed, what was there stays as it was; what was begun before ends.
 * @param label whose account it is, as the app shows it: the e-mail address
 */
export async function beginEnrolment(ctx: ChangeCtx, holder: Holder, label: string): Promise<Enrolment> {
  const id = newId(ctx.now);
  const seed = randomBytes(SEED_BYTES);
  await ctx.tx.delete(secondFactors).where(begun(holder));
  await ctx.tx.insert(secondFactors).values({
    id,
    holderKind: holder.kind,
    holderId: holder.id,
    seedSealed: wrapKey(ctx.world.keys, bound(id), seed),
    createdAt: ctx.now,
  });
  const uri = addressOf(seed, label);
  return { secret: inGroups(toBase32(seed), " "), uri, qr: encode(uri, { ecc: "M", border: 0 }).data };
}

/** Uses up the code of a stretch of time: it and what came before count no more, also when the clock is set back. */
async function takeAppCode(
  tx: Tx,
  world: Pick<World, "keys">,
  row: typeof secondFactors.$inferSelect | undefined,
  code: string,
  now: number,
): Promise<boolean> {
  if (!row) return false;
  const step = stepOf(unwrapKey(world.keys, bound(row.id), row.seedSealed), code, now, row.lastStep);
  if (step === undefined) return false;
  await tx.update(secondFactors).set({ lastStep: step }).where(eq(secondFactors.id, row.id));
  return true;
}

/**
 * Confirms what was begun with a code of the new app: from now on it counts, instead of any app before, and there are
 * new recovery codes. The caller counts the attempt before its door (`reserveCode`), and ends the sessions.
 * @returns the recovery codes, to show once
 * @throws DomainError `enrolment-over` when nothing was begun in the last quarter of an hour, `code-wrong`
 */
export async function confirmEnrolment(
  ctx: ChangeCtx,
  holder: Holder,
  code: string,
  source: string | null,
): Promise<{ recoveryCodes: string[] }> {
  const [row] = await ctx.tx.select().from(secondFactors).where(begun(holder));
  const age = ctx.now - (row?.createdAt ?? Number.NEGATIVE_INFINITY);
  if (!row || age < 0 || age > CONFIRM_WITHIN_MS) throw new DomainError("enrolment-over");
  if (!(await takeAppCode(ctx.tx, ctx.world, row, plainOf(code), ctx.now)))
    throw new DomainError("code-wrong");
  await ctx.tx.delete(secondFactors).where(counts(holder));
  await ctx.tx.update(secondFactors).set({ confirmedAt: ctx.now }).where(eq(secondFactors.id, row.id));
  await releaseCode(ctx.world, ctx.tx, holder, source);
  return { recoveryCodes: await makeRecoveryCodes(ctx.tx, ctx.world, holder) };
}

/**
 * Takes a code of the app or a recovery code, each once, also when the same one comes many times at once. The caller
 * counts the attempt before its door (`reserveCode`); a right code takes that back.
 * @returns which of the two it was
 * @throws DomainError `code-wrong`: wrong, used before, or the account has no second factor
 */
export async function verifySecondFactor(
  ctx: ChangeCtx,
  holder: Holder,
  code: string,
  source: string | null,
): Promise<"app" | "recovery"> {
  const [row] = await ctx.tx.select().from(secondFactors).where(counts(holder));
  if (!row) throw new DomainError("code-wrong");
  const plain = plainOf(code);
  const byApp = /^\d{6}$/.test(plain);
  const taken = byApp
    ? await takeAppCode(ctx.tx, ctx.world, row, plain, ctx.now)
    : await takeRecoveryCode(ctx.tx, ctx.world, holder, plain, ctx.now);
  if (!taken) throw new DomainError("code-wrong");
  await releaseCode(ctx.world, ctx.tx, holder, source);
  return byApp ? "app" : "recovery";
}

/** New recovery codes; the ones before count no more. @throws DomainError `second-factor-off` */
export async function renewRecoveryCodes(
  ctx: ChangeCtx,
  holder: Holder,
): Promise<{ recoveryCodes: string[] }> {
  if ((await secondFactorOf(ctx.tx, holder)) === "none") throw new DomainError("second-factor-off");
  return { recoveryCodes: await makeRecoveryCodes(ctx.tx, ctx.world, holder) };
}

/** Takes the second factor away, with what was begun and its recovery codes. Sessions are the caller's to end. */
export async function removeSecondFactor(ctx: ChangeCtx, holder: Holder): Promise<void> {
  await ctx.tx.delete(secondFactors).where(whose(holder));
  await forgetRecoveryCodes(ctx.tx, holder);
}
