import { and, desc, eq, gte, inArray, isNull } from "drizzle-orm";
import { auditEntries } from "@/db/schema/audit";
import { clientAppointments } from "@/db/schema/client-records";
import { clients } from "@/db/schema/clients";
import { DOSSIER_ROLES } from "../access/dossier-roles";
import { formerNumbersOf } from "../access/merged";
import type { Ctx } from "../access/perform";
import { scopeOf } from "../access/policy";
import { type ReachedClient, withinScope } from "../access/reach";
import { CLIENT_TASKS } from "../access/tasks";
import type { EventId } from "../audit/events";
import { DomainError } from "../core/errors";
import { maskBsn, openBsn } from "./bsn";
import { type Field, filledOf } from "./fields";
import { flagsOf } from "./flags";
import { placesOf } from "./list";
import { INTAKE_FIELDS, LEAVE_FIELDS, MOVE_FIELDS, PERSON_FIELDS, RETURN_FIELDS } from "./person-fields";
import { cardsOf, placeOptions, readNames } from "./records/cards";
import { kinds } from "./records/registry";
import { readRows } from "./records/rows";
import { fieldView } from "./records/view";
import { stampOf } from "./versions";
import { type ClientLine, clientHeader, clientLine, personalia } from "./view";

async function rowOf(ctx: Ctx, client: ReachedClient) {
  const [row] = await ctx.db.select().from(clients).where(eq(clients.id, client.id));
  if (!row) throw new DomainError("not-found");
  return row;
}

/** Who a client is, for the header of each page, and what this person may do with them. */
export async function getHeader(ctx: Ctx, client: ReachedClient) {
  const row = await rowOf(ctx, client);
  const places = await placesOf(ctx.db, [client.id], ctx.day);
  return {
    ...clientHeader(row, places.get(client.id) ?? [], ctx.day, ctx.world.keys),
    formerNumbers: await formerNumbersOf(ctx.db, client.id),
    flags: ctx.allows("dossier.view") ? await flagsOf(ctx, client) : [],
    /** What they are in this dossier, in a word */
    dossierRole: ctx.dossierRole ? DOSSIER_ROLES[ctx.dossierRole] : null,
    may: {
      dossier: ctx.allows("dossier.view"),
      edit: ctx.allows("dossier.view") && ctx.allows("dossier.edit"),
      export: ctx.allows("dossier.export"),
      manage: ctx.allows("client.manage"),
      merge: ctx.allows("client.manage") && ctx.allows("client.merge"),
      caren: ctx.allows("caren.view"),
    },
  };
}

const RECENT_EVENTS = 200;
const RECENT_CLIENTS = 6;

/** The clients this person opened last, from their own lines in the log; who is out of reach by now is left out. */
export async function recentClients(ctx: Ctx): Promise<(ClientLine & { openedAt: number })[]> {
  if (ctx.actor.kind !== "employee") return [];
  const opened = await ctx.db
    .select({ clientId: auditEntries.clientId, at: auditEntries.at })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.actor, `employee:${ctx.actor.id}`),
        eq(auditEntries.event, "client.opened" satisfies EventId),
        eq(auditEntries.outcome, "done"),
      ),
    )
    .orderBy(desc(auditEntries.sequence))
    .limit(RECENT_EVENTS);
  const last = new Map<string, number>();
  for (const { clientId, at } of opened) if (clientId && !last.has(clientId)) last.set(clientId, at);
  const ids = [...last.keys()];
  const rows = await ctx.db
    .select()
    .from(clients)
    .where(and(inArray(clients.id, ids), withinScope(scopeOf(ctx.actor, ...CLIENT_TASKS), ctx.day)));
  const found = ids.flatMap((id) => rows.find((row) => row.id === id) ?? []).slice(0, RECENT_CLIENTS);
  const places = await placesOf(
    ctx.db,
    found.map(({ id }) => id),
    ctx.day,
  );
  return found.map((row) => ({
    ...clientLine(row, places.get(row.id) ?? [], ctx.day),
    openedAt: last.get(row.id) ?? 0,
  }));
}

/** The whole BSN, for whoever needs it; asking is an event. `null` when none is recorded. */
export async function revealBsn(ctx: Ctx, client: ReachedClient): Promise<string | null> {
  const row = await rowOf(ctx, client);
  return row.bsnSealed === null ? null : openBsn(ctx.world.keys, row.bsnSealed);
}

/** Personalia with the cards around them, and for the office what the form and the menu need. */
export async function getPersonalia(ctx: Ctx, client: ReachedClient) {
  const row = await rowOf(ctx, client);
  const places = ctx.allows("client.manage") ? await placeOptions(ctx) : null;
  return {
    ...personalia(row),
    cards: await cardsOf(ctx, client, "general"),
    /** What a move asks; `null` for who may not */
    moveFields: places && MOVE_FIELDS.map((field) => fieldView(field, places)),
  };
}

/** The forms about the person: personalia, and in or out of care. */
export async function getForms(ctx: Ctx, client: ReachedClient) {
  const row = await rowOf(ctx, client);
  const places = await placeOptions(ctx);
  const view = (fields: readonly Field[]) => fields.map((field) => fieldView(field, places));
  return {
    stamp: stampOf(row),
    person: { fields: view(PERSON_FIELDS), filled: filledOf(PERSON_FIELDS, row) },
    maskedBsn: row.bsnSealed === null ? null : maskBsn(openBsn(ctx.world.keys, row.bsnSealed)),
    care: {
      since: row.inCareSince,
      outSince: row.outOfCareSince,
      leave: view(LEAVE_FIELDS),
      return: view(RETURN_FIELDS),
      ending: await endingWithCare(ctx, client),
      planned: await plannedAppointments(ctx, client),
    },
    today: ctx.day,
  };
}

/** What ends when this client leaves care, in words. */
async function endingWithCare(ctx: Ctx, client: ReachedClient): Promise<string[]> {
  const names = await readNames(ctx);
  const lines: string[] = [];
  for (const kind of kinds.filter(({ endsWithCare }) => endsWithCare)) {
    for (const row of await readRows(ctx.db, kind, client.id)) {
      const until = row[kind.until] ?? null;
      if (until !== null && String(until) <= ctx.day) continue;
      const { label, title } = kind.line(row, names);
      lines.push(`${label}: ${title}`);
    }
  }
  return lines;
}

function plannedAppointments(ctx: Ctx, client: ReachedClient): Promise<number> {
  const { clientId, startsAt, cancelledOn } = clientAppointments;
  return ctx.db.$count(
    clientAppointments,
    and(eq(clientId, client.id), gte(startsAt, ctx.now), isNull(cancelledOn)),
  );
}

/** What the intake asks. */
export async function getIntakeForm(ctx: Ctx) {
  const places = await placeOptions(ctx);
  return { fields: INTAKE_FIELDS.map((field) => fieldView(field, places)), today: ctx.day };
}
