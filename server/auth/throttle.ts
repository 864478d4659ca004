import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import { eq, inArray, sql } from "drizzle-orm";
import { throttles } from "@/db/schema/auth";
import type { World } from "../core/world";

const WINDOW_MS = 15 * 60_000;
const LIMITS = { account: 10, address: 100 } as const;

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

/** The throttles an attempt counts on: what is throttled is stored as a keyed hash only. */
function keysOf(world: World, email: string, source: string | null): { key: string; limit: number }[] {
  const hashed = (kind: string, text: string) =>
    createHmac("sha256", world.keys.session).update(`throttle ${kind}\n${text}`).digest("base64url");
  const account = { key: hashed("account", email.normalize("NFKC").toLowerCase()), limit: LIMITS.account };
  return source === null
    ? [account]
    : [account, { key: hashed("address", network(source)), limit: LIMITS.address }];
}

/**
 * Counts an attempt before the password is looked at, so that many at once do not slip through.
 * Attempts during a lock do not count: a lock does not prolong itself.
 * @returns false while locked
 */
export function reserveAttempt(world: World, email: string, source: string | null): Promise<boolean> {
  const now = world.clock.now();
  const counted = keysOf(world, email, source);
  return world.db.write(async (tx) => {
    const rows = await tx
      .select()
      .from(throttles)
      .where(
        inArray(
          throttles.key,
          counted.map(({ key }) => key),
        ),
      );
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
  });
}

/** A right password takes back its own attempt, and clears the account's count. */
export function releaseAttempt(world: World, email: string, source: string | null): Promise<void> {
  const [account, address] = keysOf(world, email, source);
  return world.db.write(async (tx) => {
    if (account) await tx.delete(throttles).where(eq(throttles.key, account.key));
    if (!address) return;
    await tx
      .update(throttles)
      .set({ failures: sql`max(0, ${throttles.failures} - 1)`, lockedUntil: 0 })
      .where(eq(throttles.key, address.key));
  });
}
