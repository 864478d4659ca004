import type { InferSelectModel } from "drizzle-orm";
import { eq, sql } from "drizzle-orm";
import { locations } from "@/db/schema/access";
import { careRules } from "@/db/schema/care-rules";
import { clientAddresses, clientLocations, clients, contacts, directives } from "@/db/schema/clients";
import { openBsn } from "../clients/bsn";
import { fullName } from "../clients/rules";
import { shownDate } from "../dossier/show";
import type { DossierReader } from "./dossier-reader";
import type { Cell } from "./sheet-xml";
import type { SheetColumn, SheetPlan } from "./skeleton";

/** A sheet with all its rows at hand: for what is small by nature. */
export interface SmallSheet {
  plan: SheetPlan;
  rows: Cell[][];
}

const FIELD_COLUMNS: readonly SheetColumn[] = [
  { label: "Onderwerp", kind: "text", width: 26 },
  { label: "Gegeven", kind: "text", width: 60, wrap: true },
  { label: "Van", kind: "date", width: 14 },
  { label: "Tot", kind: "date", width: 14 },
];
const GENDERS = { female: "vrouw", male: "man", other: "anders", unknown: "onbekend" } as const;
const ADDRESSES = { home: "Woonadres", post: "Postadres", temporary: "Tijdelijk adres" } as const;
const DIRECTIVES = { treatment: "Behandelaanwijzing", advance: "Wilsverklaring" } as const;

/** A decision and its note as sentences; a decision that ends with a mark of its own ("Ja, maar …") gets no other. */
export function sentences(decision: string, note: string | null): string {
  if (!note) return decision;
  return `${decision}${/[.…!?]\s*$/.test(decision) ? "" : "."} ${note}`;
}

type ClientRow = InferSelectModel<typeof clients>;

/** The client's own row. @throws Error when there is none in the snapshot */
export function readClient(reader: DossierReader): ClientRow {
  const [row] = reader.typed<ClientRow>(clients, eq(clients.id, reader.clientId));
  if (!row) throw new Error("The client is not in the snapshot.");
  return row;
}

/** Sheet Cliënt: who it is, where they live, their care and directives, one fact a row. */
export function clientSheet(reader: DossierReader, row: ClientRow, bsnKey: Buffer): SmallSheet {
  const fact = (
    label: string,
    value: string | number | null | undefined,
    from?: string | null,
    until?: string | null,
  ) =>
    value === null || value === undefined || value === ""
      ? []
      : [[label, value, from ?? null, until ?? null]];
  const stays = reader.rows<{
    name: string;
    room: string | null;
    from_date: string;
    until_date: string | null;
  }>(sql`
    SELECT ${locations.name} AS name, room, from_date, until_date FROM ${clientLocations}
    JOIN ${locations} ON ${locations.id} = ${clientLocations.locationId}
    WHERE ${clientLocations.clientId} = ${row.id} ORDER BY from_date`);
  const addresses = reader.all<InferSelectModel<typeof clientAddresses>>(clientAddresses, clientAddresses.id);
  const limits = reader.all<InferSelectModel<typeof directives>>(directives, directives.id);
  const rules = reader.all<InferSelectModel<typeof careRules>>(careRules, careRules.fromDate);
  return {
    plan: { name: "Cliënt", columns: FIELD_COLUMNS },
    rows: [
      ...fact("Cliëntnummer", String(row.number)),
      ...fact("Naam", fullName(row)),
      ...fact("Voornamen", row.firstNames),
      ...fact("Roepnaam", row.callName),
      ...fact("Achternaam", [row.prefix, row.lastName].filter(Boolean).join(" ")),
      ...fact("Achternaam partner", [row.partnerPrefix, row.partnerLastName].filter(Boolean).join(" ")),
      ...fact("Geboortedatum", row.birthDate && shownDate(row.birthDate)),
      ...fact("Overleden", row.deathDate === "" ? "ja" : row.deathDate && shownDate(row.deathDate)),
      ...fact("Geslacht", GENDERS[row.gender]),
      ...fact("Burgerservicenummer", row.bsnSealed && openBsn({ bsn: bsnKey }, row.bsnSealed)),
      ...fact("Burgerlijke staat", row.maritalStatus),
      ...fact("Taal", row.language),
      ...fact("Nationaliteit", row.nationality),
      ...fact("Telefoon", row.phone),
      ...fact("Mobiel", row.mobile),
      ...fact("E-mail", row.email),
      ...fact("Huisarts", row.generalPractitioner),
      ...fact("Apotheek", row.pharmacy),
      ...fact("Zorgverzekeraar", row.insurer),
      ...fact("Polisnummer", row.insuranceNumber),
      ...fact("In zorg", "ja", row.inCareSince, row.outOfCareSince).slice(0, row.inCareSince ? 1 : 0),
      ...addresses.flatMap((address) =>
        fact(
          ADDRESSES[address.kind],
          [
            [address.street, address.houseNumber].filter(Boolean).join(" "),
            [address.postcode, address.city].filter(Boolean).join(" "),
            address.country,
          ]
            .filter(Boolean)
            .join(", "),
          address.fromDate,
          address.untilDate,
        ),
      ),
      ...stays.flatMap((stay) =>
        fact(
          "Locatie",
          [stay.name, stay.room && `kamer ${stay.room}`].filter(Boolean).join(", "),
          stay.from_date,
          stay.until_date,
        ),
      ),
      ...limits.flatMap((limit) =>
        fact(
          DIRECTIVES[limit.kind],
          `${limit.subject}: ${sentences(limit.decision, limit.note)}`,
          limit.decidedOn,
          limit.endedOn,
        ),
      ),
      ...rules.flatMap((rule) =>
        fact("Zorgregel", `${rule.law}: ${rule.product}`, rule.fromDate, rule.untilDate),
      ),
    ],
  };
}

/** Sheet Contacten: people around the client. */
export function contactsSheet(reader: DossierReader): SmallSheet {
  const people = reader.all<InferSelectModel<typeof contacts>>(contacts, contacts.id);
  return {
    plan: {
      name: "Contacten",
      columns: [
        { label: "Naam", kind: "text", width: 30 },
        { label: "Relatie", kind: "text", width: 20 },
        { label: "Rol", kind: "text", width: 26 },
        { label: "Telefoon", kind: "text", width: 18 },
        { label: "E-mail", kind: "text", width: 28 },
        { label: "Adres", kind: "text", width: 40 },
        { label: "Toelichting", kind: "text", width: 40, wrap: true },
        { label: "Van", kind: "date", width: 14 },
        { label: "Tot", kind: "date", width: 14 },
      ],
    },
    rows: people.map((person) => [
      person.name,
      person.relation,
      person.role,
      person.phone,
      person.email,
      person.address,
      person.note,
      person.fromDate,
      person.untilDate,
    ]),
  };
}

/** Sheets that the export promises and that are empty as long as nothing of the kind is recorded. */
export const EMPTY_SHEETS = {
  consents: {
    name: "Toestemmingen",
    columns: [
      { label: "Partij", kind: "text", width: 40 },
      { label: "Toestemming", kind: "text", width: 16 },
      { label: "Van", kind: "date", width: 14 },
      { label: "Tot", kind: "date", width: 14 },
      { label: "Besloten door", kind: "text", width: 30 },
      { label: "Vastgelegd door", kind: "text", width: 30 },
      { label: "Vastgelegd op", kind: "datetime", width: 18 },
    ],
  },
  messages: {
    name: "Berichten",
    columns: [
      { label: "Datum en tijd", kind: "datetime", width: 18 },
      { label: "Afzender", kind: "text", width: 30 },
      { label: "Bericht", kind: "text", width: 80, wrap: true },
    ],
  },
} as const satisfies Record<string, SheetPlan>;
