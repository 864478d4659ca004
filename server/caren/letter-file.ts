import { existsSync, readdirSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { and, asc, eq, inArray, isNotNull, isNull, lte } from "drizzle-orm";
import type { Reader, Tx } from "@/db/client";
import { carenInvitations } from "@/db/schema/caren";
import { clients } from "@/db/schema/clients";
import type { ChangeCtx } from "../access/perform";
import { DomainError } from "../core/errors";
import { newId } from "../core/ids";
import type { World } from "../core/world";
import { createSealed, newSealKey, openSealed, type SealedFile } from "../files/seal";
import { unwrapKey, wrapKey } from "../files/wrap";
import type { InvitationEnd } from "./kinds";

type Invitation = typeof carenInvitations.$inferSelect;

const folderOf = (dataDir: string) => join(dataDir, "letters");

/**
 * Seals a letter with a key of its own. It is on disk when this resolves; one whose transaction fails is swept at the
 * next start.
 */
export async function sealLetter(world: World, pdf: Buffer) {
  const folder = folderOf(world.env.dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const letterFile = newId(world.clock.now());
  const key = newSealKey();
  const path = join(folder, letterFile);
  const sealed = await createSealed(`${path}.part`, key);
  await sealed.write(pdf);
  await sealed.close();
  await rename(`${path}.part`, path);
  const letterKey = wrapKey(world.keys, letterFile, key);
  key.fill(0);
  return { letterFile, letterKey, letterBytes: pdf.length };
}

/** Opens the letter of an open invitation. @throws DomainError `caren-letter-gone` */
export async function openSealedLetter(
  world: World,
  { letterFile, letterKey }: Invitation,
): Promise<SealedFile> {
  if (letterFile === null || letterKey === null) throw new DomainError("caren-letter-gone");
  try {
    const key = unwrapKey(world.keys, letterFile, letterKey);
    return await openSealed(join(folderOf(world.env.dataDir), letterFile), key);
  } catch (cause) {
    throw new DomainError("caren-letter-gone", { cause });
  }
}

/**
 * Ends an open invitation, and its letter with it: the key is overwritten in this same transaction, so that from now on
 * nobody can read the letter; `shredLetters` takes away what is left. Of two at once, one ends it.
 * @returns false when it was not open any more
 */
export async function endInvitation(
  tx: Tx,
  invitation: Invitation,
  how: { ended: InvitationEnd; at: number; by: string | null; relationId?: string },
): Promise<boolean> {
  const changed = await tx
    .update(carenInvitations)
    .set({
      ended: how.ended,
      endedAt: how.at,
      endedBy: how.by,
      relationId: how.relationId ?? null,
      letterKey: invitation.letterKey && "0".repeat(invitation.letterKey.length),
    })
    .where(and(eq(carenInvitations.id, invitation.id), isNull(carenInvitations.endedAt)));
  return changed.rowsAffected > 0;
}

/**
 * Takes away what is left of letters whose invitation has ended: file, key, and the copies of the key in the write-ahead
 * log. Each step may be run again.
 * @throws Error while a reader still needs the log: the caller tries again later
 */
export async function shredLetters(world: World): Promise<number> {
  const left = await world.db.read
    .select({ id: carenInvitations.id, letterFile: carenInvitations.letterFile })
    .from(carenInvitations)
    .where(and(isNotNull(carenInvitations.endedAt), isNotNull(carenInvitations.letterFile)));
  if (left.length === 0) return 0;
  for (const { letterFile } of left)
    await rm(join(folderOf(world.env.dataDir), letterFile ?? ""), { force: true });
  await world.db.emptyLog();
  const ids = left.map(({ id }) => id);
  for (let from = 0; from < ids.length; from += 500)
    await world.db.write((tx) =>
      tx
        .update(carenInvitations)
        .set({ letterFile: null, letterKey: null, letterBytes: null })
        .where(inArray(carenInvitations.id, ids.slice(from, from + 500))),
    );
  return left.length;
}

/** Invitations that are over and not noted as such, with the number of their client; the oldest first. */
export async function overdue(db: Reader, now: number): Promise<{ id: string; number: string }[]> {
  const rows = await db
    .select({ id: carenInvitations.id, number: clients.number })
    .from(carenInvitations)
    .innerJoin(clients, eq(clients.id, carenInvitations.clientId))
    .where(and(isNull(carenInvitations.endedAt), lte(carenInvitations.expiresAt, now)))
    .orderBy(asc(carenInvitations.expiresAt));
  return rows.map(({ id, number }) => ({ id, number: String(number) }));
}

/** Notes that an invitation is over; its letter goes. Run again, or too early, it does nothing. */
export async function expireInvitation(ctx: ChangeCtx, invitationId: string): Promise<boolean> {
  const [row] = await ctx.tx.select().from(carenInvitations).where(eq(carenInvitations.id, invitationId));
  if (!row || row.endedAt !== null || row.expiresAt > ctx.now) return false;
  ctx.touch("invitation", row.id);
  return endInvitation(ctx.tx, row, { ended: "expired", at: row.expiresAt, by: null });
}

/** Removes letters no row knows: their transaction never finished. Run at start, before anything is asked. */
export async function sweepLetterFiles(world: World): Promise<number> {
  const folder = folderOf(world.env.dataDir);
  if (!existsSync(folder)) return 0;
  const rows = await world.db.read
    .select({ file: carenInvitations.letterFile })
    .from(carenInvitations)
    .where(isNotNull(carenInvitations.letterFile));
  const known = new Set(rows.map(({ file }) => file));
  const strays = readdirSync(folder).filter((name) => !known.has(name));
  for (const name of strays) await rm(join(folder, name), { force: true });
  return strays.length;
}
