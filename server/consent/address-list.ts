import { and, asc, eq, inArray } from "drizzle-orm";
import { clientAddresses, clients } from "@/db/schema/clients";
import type { Ctx } from "../access/perform";
import { scopeOf } from "../access/policy";
import type { ReachedClient } from "../access/reach";
import { titledName } from "../clients/rules";
import { DomainError } from "../core/errors";
import { decisionsOf, partyOf } from "./history";
import { inCare } from "./overview";
import { consentAt, type Outcome, refusalOf } from "./rules";

/** One line of the list: someone who may be approached. */
export interface Approachable {
  number: number;
  name: string;
  street: string;
  postcode: string;
  city: string;
  email: string;
  phone: string;
}

/** Columns of the list with their Dutch heads, in order. */
export const ADDRESS_COLUMNS = {
  number: "Cliëntnummer",
  name: "Naam",
  street: "Straat en huisnummer",
  postcode: "Postcode",
  city: "Plaats",
  email: "E-mail",
  phone: "Telefoon",
} as const satisfies Record<keyof Approachable, string>;

/**
 * Whose consent is to be asked for a party's list: the numbers of the clients in care within reach.
 * @throws DomainError `party-gone`, `consent-party-ended`, `party-no-address-list`
 */
export async function candidatesFor(ctx: Ctx, partyId: string): Promise<{ name: string; numbers: number[] }> {
  const party = await partyOf(ctx.db, partyId);
  if (party.endedAt !== null) throw new DomainError("consent-party-ended");
  if (!party.newest.addressList) throw new DomainError("party-no-address-list");
  const rows = await ctx.db
    .select({ number: clients.number })
    .from(clients)
    .where(inCare(scopeOf(ctx.actor, "consent.exchange"), ctx.day))
    .orderBy(asc(clients.number));
  return { name: party.newest.name, numbers: rows.map(({ number }) => number) };
}

/**
 * The line of one client, when this party may approach them now.
 * @throws DomainError `consent-…` with why not
 */
export async function addressFor(ctx: Ctx, client: ReachedClient, partyId: string): Promise<Approachable> {
  const party = await partyOf(ctx.db, partyId);
  ctx.touch("party", party.id);
  const answer = consentAt(party, await decisionsOf(ctx.db, client.id, partyId), {
    at: ctx.now,
    day: ctx.day,
  });
  const refusal = refusalOf(answer);
  if (refusal) throw new DomainError(refusal);
  const [row] = await ctx.db.select().from(clients).where(eq(clients.id, client.id));
  if (!row) throw new DomainError("not-found");
  const addresses = await ctx.db
    .select()
    .from(clientAddresses)
    .where(and(eq(clientAddresses.clientId, client.id), inArray(clientAddresses.kind, ["home", "post"])));
  const current = addresses.filter(({ untilDate }) => untilDate === null || untilDate > ctx.day);
  // Post goes to the postal address where there is one.
  const address = current.find(({ kind }) => kind === "post") ?? current[0];
  ctx.purpose("party-addresses");
  return {
    number: row.number,
    name: titledName(row),
    street: [address?.street, address?.houseNumber].filter(Boolean).join(" "),
    postcode: address?.postcode ?? "",
    city: address?.city ?? "",
    email: row.email ?? "",
    phone: row.mobile ?? row.phone ?? "",
  };
}

/** Whom the list holds, and of the others how many for which reason. */
export interface AddressList {
  lines: Approachable[];
  left: Partial<Record<Outcome, number>>;
}

/** Writes the counts of a list in the log, before it leaves. */
export function tellList(ctx: Ctx, partyId: string, { lines, left }: AddressList): void {
  ctx.touch("party", partyId);
  ctx.purpose("party-addresses");
  const reasons = Object.entries(left).map(([why, count]) => `${why}=${count}`);
  ctx.detail([`approachable=${lines.length}`, ...reasons].join(" "));
}
