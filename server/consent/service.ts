import { eq } from "drizzle-orm";
import { clients, contacts } from "@/db/schema/clients";
import type { Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { titledName } from "../clients/rules";
import { DomainError } from "../core/errors";
import { capacityOf, type PersonAround, type Rule, whoDecides } from "./deciders";
import { decisionsOf, partiesOf, statementsOf } from "./history";
import { type PartyOfClientView, partyOfClientView } from "./view";

/** The screen Gebruik dossier- en persoonsgegevens of one client. */
export interface ConsentScreen {
  today: string;
  clientName: string;
  birthDate: string | null;
  /** Who decides today; another day may have another rule, so all who could ever be chosen are in `people` */
  rule: Rule;
  deciding: { id: string; name: string; capacity: string; since: string | null }[];
  people: { id: string; name: string; capacity: string }[];
  mayChange: boolean;
  mayExchange: boolean;
  parties: PartyOfClientView[];
  /** Parties that ended, of which something was recorded */
  ended: PartyOfClientView[];
  /** Consent parties of which nothing valid is recorded */
  toAsk: number;
}

/**
 * Which parties there are, what each may get of this client now and why, and the whole history (Ons: Gebruik dossier-
 * en persoonsgegevens).
 */
export async function viewConsent(ctx: Ctx, client: ReachedClient): Promise<ConsentScreen> {
  const [person] = await ctx.db.select().from(clients).where(eq(clients.id, client.id));
  if (!person) throw new DomainError("not-found");
  const around: PersonAround[] = await ctx.db.select().from(contacts).where(eq(contacts.clientId, client.id));
  const all = await partiesOf(ctx.db);
  const decisions = await decisionsOf(ctx.db, client.id);
  const statements = await statementsOf(ctx.db, client.id);
  const moment = { at: ctx.now, day: ctx.day };
  const views = all.map((party) => partyOfClientView(party, decisions, statements, moment));
  const { rule, people } = whoDecides(person.birthDate, around, ctx.day);
  const shown = (each: PersonAround) => ({ id: each.id, name: each.name, capacity: capacityOf(each) });
  return {
    today: ctx.day,
    clientName: titledName(person),
    birthDate: person.birthDate,
    rule,
    deciding: people.map((each) => ({ ...shown(each), since: each.fromDate })),
    people: around.filter(({ representation }) => representation !== null).map(shown),
    mayChange: ctx.allows("consent.change") && ctx.allows("consent.record"),
    mayExchange: ctx.allows("consent.exchange"),
    parties: views.filter(({ ended }) => !ended),
    ended: views.filter(({ ended, history }) => ended && history.length > 0),
    toAsk: views.filter(({ ended, basis, chosen }) => !ended && basis === "consent" && chosen === "none")
      .length,
  };
}
