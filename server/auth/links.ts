import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import type { Reader, Tx } from "@/db/client";
import { accountLinks } from "@/db/schema/auth";
import { type Holder, holderOf, ownerColumns } from "./holder";

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
  owner: Holder | null,
  now: number,
): Promise<{ code: string; expiresAt: number }> {
  const code = randomBytes(24).toString("base64url");
  const expiresAt = now + LINK_MINUTES[purpose] * MINUTE;
  await tx
    .insert(accountLinks)
    .values({ codeHash: hashOf(code), purpose, expiresAt, ...(owner && ownerColumns(owner)) });
  return { code, expiresAt };
}

/**
 * Uses up a link: of many at once, one gets it.
 * @returns whose account it opens (of a set-up link: nobody's), or `undefined` when it is unknown, used, over its time
 * or of another kind
 */
export async function takeLink(
  tx: Tx,
  purpose: Purpose,
  code: string,
  now: number,
): Promise<Holder | undefined> {
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
    .returning({ employeeId: accountLinks.employeeId, portalAccountId: accountLinks.portalAccountId });
  return taken && holderOf(taken);
}

/** Whose account a link opens now, whatever its kind, without using it up; `undefined` when it opens none. */
export async function holderOfLink(db: Reader, code: string, now: number): Promise<Holder | undefined> {
  const { codeHash, usedAt, expiresAt, employeeId, portalAccountId } = accountLinks;
  const [link] = await db
    .select({ employeeId, portalAccountId })
    .from(accountLinks)
    .where(and(eq(codeHash, hashOf(code)), isNull(usedAt), gt(expiresAt, now)));
  return link && holderOf(link);
}

/** Ends every link to an account: a newer one came, the password was set, or the account was switched off. */
export async function endLinks(tx: Tx, { kind, id }: Holder): Promise<void> {
  const owner = kind === "employee" ? accountLinks.employeeId : accountLinks.portalAccountId;
  await tx.delete(accountLinks).where(eq(owner, id));
}
