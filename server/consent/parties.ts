import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { consentDecisions, parties, partyVersions } from "@/db/schema/consent";
import type { ChangeCtx, Ctx } from "../access/perform";
import { DomainError } from "../core/errors";
import { partiesOf, partyOf } from "./history";
import type { AddParty, ChangeParty, EndParty } from "./input";
import { asksAnew, readParty } from "./party-change";
import { type PartyView, partyView } from "./view";

const LONGEST_REASON = 300;

/** Every party as it is managed, those that ended last. */
export async function listParties(ctx: Ctx): Promise<PartyView[]> {
  const all = (await partiesOf(ctx.db)).map(partyView);
  return [...all.filter(({ endedAt }) => endedAt === null), ...all.filter(({ endedAt }) => endedAt !== null)];
}

function by({ actor }: ChangeCtx): { changedBy: string; changedById: string } {
  if (actor.kind !== "employee") throw new DomainError("not-signed-in");
  return { changedBy: `${actor.name}, ${actor.title}`, changedById: actor.id };
}

/**
 * Adds a party. The request key makes its id, so that a double click adds one.
 * @throws DomainError `form-invalid` with the fields
 */
export async function addParty(
  ctx: ChangeCtx,
  given: z.output<typeof AddParty>,
): Promise<{ partyId: string }> {
  // Of the key only a digest: what a page sends as a key may be the id of anything.
  const id = createHash("sha256").update(`party/${given.requestKey}`).digest("hex").slice(0, 32);
  const all = await partiesOf(ctx.tx);
  const fields = readParty(given);
  const same = all.find((party) => party.id === id);
  // The key of another party is no way to that party; what was typed since the first click is not stored unsaid.
  if (same && (same.newest.name !== fields.name || same.newest.purpose !== fields.purpose))
    throw new DomainError("party-changed");
  if (same) return { partyId: id };
  assertNameFree(all, fields.name);
  const position = Math.max(0, ...all.map((party) => party.position)) + 1;
  await ctx.tx.insert(parties).values({ id, createdAt: ctx.now, position });
  await ctx.tx.insert(partyVersions).values({
    ...{ id: `${id}:1`, partyId: id, version: 1, consentFrom: 1, since: ctx.now },
    ...fields,
    ...by(ctx),
  });
  ctx.touch("party", id);
  return { partyId: id };
}

function assertNameFree(all: Awaited<ReturnType<typeof partiesOf>>, name: string, own?: string): void {
  const same = all.find(
    (party) =>
      party.id !== own && party.endedAt === null && party.newest.name.toLowerCase() === name.toLowerCase(),
  );
  if (same)
    throw new DomainError("form-invalid", { fields: [{ path: "name", problem: "party-name-taken" }] });
}

/**
 * Changes a party: a new version, the earlier ones stay. When purpose or basis changes or it gets more, a Ja given
 * before no longer counts and must be asked anew.
 * @returns how many clients had something recorded, and whether they must be asked anew
 * @throws DomainError `form-invalid`, `party-changed` when someone else was first, `party-gone`, `consent-party-ended`
 */
export async function changeParty(
  ctx: ChangeCtx,
  given: z.output<typeof ChangeParty>,
): Promise<{ version: number; anew: boolean }> {
  const party = await partyOf(ctx.tx, given.partyId);
  if (party.endedAt !== null) throw new DomainError("consent-party-ended");
  if (party.newest.version !== given.version) throw new DomainError("party-changed");
  const fields = readParty(given);
  assertNameFree(await partiesOf(ctx.tx), fields.name, party.id);
  const anew = asksAnew(party.newest, fields, given.sameOrganisation);
  const version = party.newest.version + 1;
  await ctx.tx.insert(partyVersions).values({
    ...{ id: `${party.id}:${version}`, partyId: party.id, version, since: ctx.now },
    consentFrom: anew ? version : party.newest.consentFrom,
    ...fields,
    ...by(ctx),
  });
  ctx.touch("party", party.id);
  ctx.detail(anew ? "consent-anew" : "consent-stays");
  return { version, anew };
}

/**
 * Ends a party: from now on nothing goes to it. What was decided about it stays, as proof.
 * @throws DomainError `form-invalid`, `party-changed`, `party-gone`, `consent-party-ended`
 */
export async function endParty(
  ctx: ChangeCtx,
  given: z.output<typeof EndParty>,
): Promise<{ decisions: number }> {
  const party = await partyOf(ctx.tx, given.partyId);
  if (party.endedAt !== null) throw new DomainError("consent-party-ended");
  if (party.newest.version !== given.version) throw new DomainError("party-changed");
  const reason = given.reason.normalize("NFC").trim();
  if (reason === "")
    throw new DomainError("form-invalid", { fields: [{ path: "reason", problem: "required" }] });
  if (reason.length > LONGEST_REASON) {
    const fields = [{ path: "reason", problem: "too-long" as const, limit: LONGEST_REASON }];
    throw new DomainError("form-invalid", { fields });
  }
  await ctx.tx.update(parties).set({ endedAt: ctx.now, endReason: reason }).where(eq(parties.id, party.id));
  ctx.touch("party", party.id);
  return { decisions: await ctx.tx.$count(consentDecisions, eq(consentDecisions.partyId, party.id)) };
}
