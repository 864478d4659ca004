import type { InferInsertModel } from "drizzle-orm";
import { careRules } from "@/db/schema/care-rules";
import { clientAddresses, clientLocations, clients, contacts, directives } from "@/db/schema/clients";
import { bsnSearchCode, sealBsn } from "@/server/clients/bsn";
import { lastNameOf } from "@/server/clients/rules";
import type { Keys } from "@/server/core/keys";
import type { DemoPen } from "@/server/dossier/demo-pen";
import { addressesOf, careRulesOf, contactsOf, directivesOf } from "./around";
import { makeCalendar } from "./calendar";
import { demoId } from "./chance";
import type { DemoClient } from "./demo-client";
import { makePen, type Subject } from "./pen";

/** The rows about a person besides the dossier. */
export interface PersonRows {
  clients: InferInsertModel<typeof clients>[];
  clientLocations: InferInsertModel<typeof clientLocations>[];
  clientAddresses: InferInsertModel<typeof clientAddresses>[];
  contacts: InferInsertModel<typeof contacts>[];
  directives: InferInsertModel<typeof directives>[];
  careRules: InferInsertModel<typeof careRules>[];
}

/** Which table takes which rows, in an order in which every reference finds what it points at. */
export const PERSON_TABLES = {
  clients,
  clientLocations,
  clientAddresses,
  contacts,
  directives,
  careRules,
} as const;

const NOON = 12 * 60;

/** How a colleague speaks of someone: "mevrouw Van der Meulen". */
function spokenName({ row }: DemoClient): string {
  const last = lastNameOf({
    initials: null,
    callName: null,
    prefix: row.prefix ?? null,
    lastName: row.lastName,
    partnerPrefix: row.partnerPrefix ?? null,
    partnerLastName: row.partnerLastName ?? null,
    nameUse: row.nameUse,
    gender: row.gender,
  });
  const written = last.startsWith("'") ? last : last.charAt(0).toUpperCase() + last.slice(1);
  return `${row.gender === "female" ? "mevrouw" : "meneer"} ${written}`;
}

/** What the pens of a client's dossier know of them. */
export function subjectOf(demo: DemoClient, now: number): Subject {
  const { row } = demo;
  const end = row.outOfCareSince;
  const daysSince = end ? Math.round((now - Date.parse(end)) / 86_400_000) : 0;
  return {
    client: {
      number: demo.number,
      name: spokenName(demo),
      callName: row.callName ?? row.lastName,
      gender: row.gender === "female" ? "female" : "male",
      birthDate: row.birthDate ?? "",
      inCareSince: row.inCareSince ?? "",
      careKind: demo.careKind,
    },
    fill: demo.fill === "full" ? "full" : "normal",
    location: demo.location,
    until: end ? makeCalendar(now).at(daysSince, NOON) : now,
  };
}

/** The id of a client's own row. */
export function clientIdOf(demo: DemoClient, now: number): string {
  return demoId(now, String(demo.number));
}

/** Everything about a person besides the dossier; BSNs leave this function encrypted. */
export function personRows(
  demo: DemoClient,
  now: number,
  keys: Keys,
  places: Map<string, string>,
): PersonRows {
  const { row, number, bsn } = demo;
  const id = clientIdOf(demo, now);
  const pen: DemoPen = makePen(subjectOf(demo, now), "person");
  const named = <Row extends object>(kind: string, rows: readonly Row[]) =>
    rows.map((one, index) => ({ ...one, id: demoId(now, `${number}/${kind}/${index}`), clientId: id }));
  const from = row.inCareSince ?? pen.day(0);
  const until = row.outOfCareSince ?? null;
  const isEmpty = demo.fill === "none";
  const locationId = places.get(demo.location);
  if (!locationId) throw new Error(`There is no location ${demo.location}.`);
  return {
    clients: [
      {
        ...row,
        id,
        number,
        bsnSealed: bsn && sealBsn(keys, bsn),
        bsnSearch: bsn && bsnSearchCode(keys, bsn),
        createdAt: now,
        changedAt: now,
      },
    ],
    clientLocations: named("stay", [{ locationId, room: demo.room, fromDate: from, untilDate: until }]),
    clientAddresses: named("address", demo.addresses ?? addressesOf(pen, demo)),
    contacts: named("contact", demo.contacts ?? contactsOf(pen, demo)),
    directives: named("directive", isEmpty ? [] : directivesOf(pen)),
    careRules: named("care-rule", demo.careRules ? careRulesOf(pen, until) : []),
  };
}
