import { and, inArray, sql } from "drizzle-orm";
import { employees, locations } from "@/db/schema/access";
import { clients } from "@/db/schema/clients";
import { survivorsOf } from "../access/merged";
import type { Ctx } from "../access/perform";
import { scopeOf } from "../access/policy";
import { withinScope } from "../access/reach";
import { CLIENT_TASKS } from "../access/tasks";
import { listName } from "../clients/rules";
import type { AuditRow } from "./chain";

/** What the ids in rows of the log are called. */
export interface Names {
  /** Client id → number, and the name for a reader who may see who the client is */
  clients: ReadonlyMap<string, { number: number; name: string | null }>;
  employees: ReadonlyMap<string, string>;
  locations: ReadonlyMap<string, string>;
}

/** `kind:id` taken apart. */
export function objectOf(object: string): { kind: string; id: string } {
  const colon = object.indexOf(":");
  return { kind: object.slice(0, colon), id: object.slice(colon + 1) };
}

function idsIn(rows: readonly AuditRow[]): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  const add = (object: string) => {
    const { kind, id } = objectOf(object);
    ids.set(kind, (ids.get(kind) ?? new Set()).add(id));
  };
  for (const row of rows) {
    row.objects.forEach(add);
    if (row.clientId !== null) add(`client:${row.clientId}`);
    if (row.onBehalfOf !== null) add(row.onBehalfOf);
  }
  return ids;
}

/**
 * Looks up what rows of the log name by id. A client is its number to everyone who may read the log; by name only to a
 * reader within whose reach that client is.
 */
export async function namesIn(ctx: Ctx, rows: readonly AuditRow[]): Promise<Names> {
  const ids = idsIn(rows);
  const wanted = (kind: string) => [...(ids.get(kind) ?? [])];
  const sees = and(withinScope(scopeOf(ctx.actor, ...CLIENT_TASKS), ctx.day)) ?? sql`1`;
  const peopleOf = (ids: readonly string[]) =>
    ctx.db
      .select({ client: clients, seen: sql<number>`${sees}` })
      .from(clients)
      .where(inArray(clients.id, [...ids]));
  const people = await peopleOf(wanted("client"));
  // Who was merged away is called by their own number and the name of whom they were merged into.
  const away = people.filter(({ client }) => client.mergedIntoId !== null).map(({ client }) => client.id);
  const nowOf = await survivorsOf(ctx.db, away);
  const survivors = new Map((await peopleOf(away.map(nowOf))).map((each) => [each.client.id, each]));
  const staff = await ctx.db
    .select({ id: employees.id, name: employees.name })
    .from(employees)
    .where(inArray(employees.id, wanted("employee")));
  const places = await ctx.db
    .select({ id: locations.id, name: locations.name })
    .from(locations)
    .where(inArray(locations.id, wanted("location")));
  return {
    clients: new Map(
      people.map((person) => {
        const { client, seen } = survivors.get(nowOf(person.client.id)) ?? person;
        return [person.client.id, { number: person.client.number, name: seen ? listName(client) : null }];
      }),
    ),
    employees: new Map(staff.map(({ id, name }) => [id, name])),
    locations: new Map(places.map(({ id, name }) => [id, name])),
  };
}
