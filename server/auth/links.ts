import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { accountLinks } from "@/db/schema/auth";

type Purpose = typeof accountLinks.$inferSelect.purpose;

const MINUTE = 60_000;

/** How long a link of each kind is valid; the mails and pages say so. */
export const LINK_MINUTES = {
  "set-up": 60,
  activation: 7 * 24 * 60,
  "new-password": 60,
  "portal-activation": 14 * 24 * 60,
  "portal-password": 60,
} as const satisfies Record<Purpose, number>;

const hashOf = (code: string) => createHash("sha256").update(code).digest("hex");

/**
 * Makes a single-use link, for someone's account or (set-up) for the first one. Only the hash of its code is stored:
 * the code itself exists in what is returned, and travels behind `#`, where no server log sees it.
 */
export async function makeLink(
  tx: Tx,
  purpose: Purpose,
  employeeId: string | null,
  now: number,
): Promise<{ code: string; expiresAt: number }> {
  const code = randomBytes(24).toString("base64url");
  const expiresAt = now + LINK_MINUTES[purpose] * MINUTE;
  await tx.insert(accountLinks).values({ codeHash: hashOf(code), purpose, employeeId, expiresAt });
  return { code, expiresAt };
}

/**
 * Uses up a link: of many at once, one gets it.
 * @returns whose account it opens, or `undefined` when it is unknown, used, over its time or of another kind
 */
export async function takeLink(
  tx: Tx,
  purpose: Purpose,
  code: string,
  now: number,
): Promise<{ employeeId: string | null } | undefined> {
  const [taken] = await tx
    .update(accountLinks)
    .set({ usedAt: now })
    .where(
      and(
        eq(accountLinks.codeHash, hashOf(code)),
        eq(accountLinks.purpose, purpose),
        isNull(accountLinks.usedAt),
        gt(accountLinks.expiresAt, now),
      ),
    )
    .returning({ employeeId: accountLinks.employeeId });
  return taken;
}

/** Ends every link to an employee's account: a newer one came, the password was set, or the account was switched off. */
export async function endLinks(tx: Tx, employeeId: string): Promise<void> {
  await tx.delete(accountLinks).where(eq(accountLinks.employeeId, employeeId));
}
