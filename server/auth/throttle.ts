import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import { eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { throttles } from "@/db/schema/auth";
import type { World } from "../core/world";
import type { Holder } from "./holder";

const WINDOW_MS = 15 * 60_000;

/** How often something may be tried in a quarter of an hour: for one account, and from one address. */
const LIMITS = {
  "sign-in": { account: 10, address: 100 },
  /** Asking for a new password: each sends someone a mail */
  "new-password": { account: 3, address: 30 },
  /** A code of six digits: three of a million are right at any moment */
  "second-factor": { account: 5, address: 100 },
  /** Using a link: the code names the account, so there is only the address to count on */
  link: { account: Number.POSITIVE_INFINITY, address: 60 },
  /** The code of a letter, typed by who is signed in: eighty random bits are not guessed, a sign is mistyped */
  letter: { account: 10, address: 60 },
  /** Calls of the portal's API with a wrong token: each is a row in the log */
  "caren-call": { account: Number.POSITIVE_INFINITY, address: 30 },
} as const;

type Throttled = keyof typeof LIMITS;

/**
 * What counts as one address. An IPv6 network hands out whole /64s; an IPv4 address written as IPv6
 * (`::ffff:192.0.2.7`, what a socket on `::` says) is that IPv4 address, or all of IPv4 would be one.
 */
function network(address: string): string {
  const [plain = ""] = address.toLowerCase().split("%");
  if (!isIPv6(plain)) return plain;
  const mapped = /^(?:0{0,4}:){2,5}ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain);
  if (mapped) return mapped[1] ?? plain;
  const [head = "", tail] = plain.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(missing).fill("0"), ...right];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}

interface Counter {
  key: string;
  limit: number;
}

/** The throttles an attempt counts on: what is throttled is stored as a keyed hash only. */
function countersOf(world: World, act: Throttled, email: string | null, source: string | null): Counter[] {
  const name = act === "sign-in" ? "" : `${act} `;
  const hashed = (kind: string, text: string) =>
    createHmac("sha256", world.keys.session).update(`throttle ${name}${kind}\n${text}`).digest("base64url");
  const { account, address } = LIMITS[act];
  return [
    ...(email === null
      ? []
      : [{ key: hashed("account", email.normalize("NFKC").toLowerCase()), limit: account }]),
    ...(source === null ? [] : [{ key: hashed("address", network(source)), limit: address }]),
  ];
}

/**
 * Counts an attempt in the caller's transaction. Attempts during a lock do not count: a lock does not prolong itself.
 * @returns false while locked
 */
async function count(tx: Tx, counted: Counter[], now: number): Promise<boolean> {
  const keys = counted.map(({ key }) => key);
  const rows = await tx.select().from(throttles).where(inArray(throttles.key, keys));
  if (rows.some((row) => row.lockedUntil > now)) return false;
  for (const { key, limit } of counted) {
    const before = rows.find((row) => row.key === key);
    const fresh = !before || before.firstAt + WINDOW_MS <= now || before.lockedUntil > 0;
    const failures = fresh ? 1 : before.failures + 1;
    const row = { key, failures, firstAt: fresh ? now : before.firstAt, lockedUntil: 0 };
    if (failures >= limit) row.lockedUntil = now + WINDOW_MS;
    await tx.insert(throttles).values(row).onConflictDoUpdate({ target: throttles.key, set: row });
  }
  return true;
}

/**
 * Counts a sign-in before the password is looked at, so that many at once do not slip through.
 * @returns false while locked
 */
export function reserveAttempt(world: World, email: string, source: string | null): Promise<boolean> {
  const counted = countersOf(world, "sign-in", email, source);
  return world.db.write((tx) => count(tx, counted, world.clock.now()));
}

/** Counts a request for a new password, in the act's own transaction. @returns false when there were too many */
export function countRequest(world: World, tx: Tx, email: string, source: string | null): Promise<boolean> {
  return count(tx, countersOf(world, "new-password", email, source), world.clock.now());
}

/** Counts the use of a link, before anything costly is done for it. @returns false when there were too many */
export function reserveLink(world: World, source: string | null): Promise<boolean> {
  const counted = countersOf(world, "link", null, source);
  return world.db.write((tx) => count(tx, counted, world.clock.now()));
}

/** Counts the use of a code from a letter by an account, before it is looked at. @returns false when there were too many */
export function reserveLetterCode(
  world: World,
  { kind, id }: Holder,
  source: string | null,
): Promise<boolean> {
  const counted = countersOf(world, "letter", `${kind}:${id}`, source);
  return world.db.write((tx) => count(tx, counted, world.clock.now()));
}

/** Counts a call of the portal's API that brought no token or a wrong one. @returns false when there were too many */
export function countStranger(world: World, source: string | null): Promise<boolean> {
  const counted = countersOf(world, "caren-call", null, source);
  return world.db.write((tx) => count(tx, counted, world.clock.now()));
}

/** Who chose a new password by a link may use it at once, however often the old one was guessed. */
export async function forgetAttempts(world: World, tx: Tx, email: string): Promise<void> {
  for (const { key } of countersOf(world, "sign-in", email, null))
    await tx.delete(throttles).where(eq(throttles.key, key));
}

/** Takes back an attempt that was right, and clears the account's count. */
async function release(tx: Tx, [account, address]: Counter[]): Promise<void> {
  if (account) await tx.delete(throttles).where(eq(throttles.key, account.key));
  if (!address) return;
  await tx
    .update(throttles)
    .set({ failures: sql`max(0, ${throttles.failures} - 1)`, lockedUntil: 0 })
    .where(eq(throttles.key, address.key));
}

/** A right password takes back its own attempt, and clears the account's count. */
export function releaseAttempt(world: World, email: string, source: string | null): Promise<void> {
  const counted = countersOf(world, "sign-in", email, source);
  return world.db.write((tx) => release(tx, counted));
}

const codeCounters = (world: World, { kind, id }: Holder, source: string | null) =>
  countersOf(world, "second-factor", `${kind}:${id}`, source);

/** Counts a code before it is looked at; outside the act, whose failure would take the count back. @returns false while locked */
export function reserveCode(world: World, holder: Holder, source: string | null): Promise<boolean> {
  const counted = codeCounters(world, holder, source);
  return world.db.write((tx) => count(tx, counted, world.clock.now()));
}

/** A right code takes back its own attempt and clears the holder's count, in the act's own transaction. */
export function releaseCode(world: World, tx: Tx, holder: Holder, source: string | null): Promise<void> {
  return release(tx, codeCounters(world, holder, source));
}
