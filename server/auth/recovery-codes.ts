import { createHmac, randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { Reader, Tx } from "@/db/client";
import { recoveryCodes } from "@/db/schema/second-factor";
import type { World } from "../core/world";
import { inGroups, toBase32 } from "./base32";
import type { Holder } from "./holder";

const HOW_MANY = 10;
/** Of five bits each */
const SIGNS = 12;

const whose = (holder: Holder) =>
  and(eq(recoveryCodes.holderKind, holder.kind), eq(recoveryCodes.holderId, holder.id));

/** Keyed, so that who has the database alone cannot try codes on it. */
function hashOf({ keys }: Pick<World, "keys">, holder: Holder, code: string): string {
  const text = `recovery code\n${holder.kind}\n${holder.id}\n${code}`;
  return createHmac("sha256", keys.blob).update(text).digest("base64url");
}

/** Makes ten new codes of 60 bits; the ones before count no more. @returns the codes: nothing else ever holds them */
export async function makeRecoveryCodes(
  tx: Tx,
  world: Pick<World, "keys">,
  holder: Holder,
): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, () => toBase32(randomBytes(8)).slice(0, SIGNS));
  await forgetRecoveryCodes(tx, holder);
  await tx.insert(recoveryCodes).values(
    codes.map((code) => ({
      hash: hashOf(world, holder, code),
      holderKind: holder.kind,
      holderId: holder.id,
    })),
  );
  return codes.map((code) => inGroups(code.toLowerCase(), "-"));
}

/** Uses up a code, written with or without dashes, in any case. @returns false when it is none, or was used */
export async function takeRecoveryCode(
  tx: Tx,
  world: Pick<World, "keys">,
  holder: Holder,
  code: string,
  now: number,
): Promise<boolean> {
  const taken = await tx
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCodes.hash, hashOf(world, holder, code.toUpperCase())),
        whose(holder),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ hash: recoveryCodes.hash });
  return taken.length === 1;
}

/** How many codes are left. */
export function recoveryCodesLeft(db: Reader, holder: Holder): Promise<number> {
  return db.$count(recoveryCodes, and(whose(holder), isNull(recoveryCodes.usedAt)));
}

/** Ends all codes. */
export async function forgetRecoveryCodes(tx: Tx, holder: Holder): Promise<void> {
  await tx.delete(recoveryCodes).where(whose(holder));
}
