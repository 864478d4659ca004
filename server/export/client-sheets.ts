import type { InferSelectModel } from "drizzle-orm";
import { eq, sql } from "drizzle-orm";
import { locations } from "@/db/schema/access";
import { clientVersions } from "@/db/schema/client-records";
import { clients, contacts } from "@/db/schema/clients";
import { familyMembers } from "@/db/schema/involved";
import { merges } from "@/db/schema/merge";
import { decidesAbout, REPRESENTATIONS } from "../access/representation";
import { openBsn } from "../clients/bsn";
import type { Value } from "../clients/fields";
import { changesOf, type HistoryRow } from "../clients/history";
import { type MergeFact, mergesAsChanges } from "../clients/merge-history";
import { OUT_REASONS } from "../clients/person-fields";
import type { AnyRecord, Names } from "../clients/records/kind";
import { type AnyKind, kinds } from "../clients/records/registry";
import { fullName } from "../clients/rules";
import type { VersionRow } from "../clients/versions";
import { shownDate, shownMoment } from "../dossier/show";
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
type ClientRow = InferSelectModel<typeof clients>;

/** The client's own row. @throws Error when there is none in the snapshot */
export function readClient(reader: DossierReader): ClientRow {
  const [row] = reader.typed<ClientRow>(clients, eq(clients.id, reader.clientId));
  if (!row) throw new Error("The client is not in the snapshot.");
  // What is left with a client that was merged away is half a dossier: the next try is about who it went up in.
  if (row.mergedIntoId !== null) throw new Error("The client was merged before the snapshot.");
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
  const names = readNames(reader);
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
      ...fact("Uit zorg", row.outOfCareReason && OUT_REASONS[row.outOfCareReason], row.outOfCareSince),
      ...kinds
        .filter(({ sheet }) => sheet === "Cliënt")
        .flatMap((kind) =>
          recordsOf(reader, kind).flatMap((record) => {
            const { label, title, notes } = kind.line(record, names);
            const text = kind.sheetText?.(record) ?? [title, ...notes.filter(Boolean)].join(", ");
            return fact(label, text, ...daysOf(kind, record));
          }),
        ),
      ...changeRows(reader, row, names),
    ],
  };
}

function readNames(reader: DossierReader): Names {
  const rows = reader.rows<{ id: string; name: string }>(sql`SELECT id, name FROM ${locations}`);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return { place: (id) => names.get(id) ?? "" };
}

/** A kind's records, the oldest first. */
function recordsOf(reader: DossierReader, kind: AnyKind): AnyRecord[] {
  const from = (record: AnyRecord) => String(record[kind.from] ?? "");
  return reader
    .all<AnyRecord>(kind.table, kind.table.id)
    .sort((a, b) => (from(a) === from(b) ? 0 : from(a) < from(b) ? -1 : 1));
}

/** The first and last day of a record; moments as text, for the columns hold days. */
function daysOf(kind: AnyKind, record: AnyRecord): [string | null, string | null] {
  const day = (value: Value | undefined) =>
    typeof value === "number" ? shownMoment(value) : (value ?? null);
  return [day(record[kind.from]), day(record[kind.until])];
}

/** The merges this client goes on from; of one that was undone the dossier shows nothing any more. */
function mergesThatStand(reader: DossierReader): MergeFact[] {
  const stand = sql`survivor_id = ${reader.clientId} AND undone_at IS NULL ORDER BY merged_at`;
  const numbers = reader.rows<{ id: string; number: number }>(
    sql`SELECT id, number FROM ${clients} WHERE merged_into_id = ${reader.clientId}`,
  );
  const numberOf = new Map(numbers.map(({ id, number }) => [id, number]));
  return reader
    .typed<InferSelectModel<typeof merges>>(merges, stand)
    .map((merge) => ({ ...merge, number: numberOf.get(merge.retiredId) ?? 0 }));
}

/** Numbers of the clients that went up in this one and still stand so, oldest first. */
export function mergedInto(reader: DossierReader): number[] {
  return mergesThatStand(reader).map(({ number }) => number);
}

/** What was known before, and who changed it when: a row a change. A BSN is never readable in it. */
function changeRows(reader: DossierReader, client: ClientRow, names: Names): Cell[][] {
  const current = new Map<string, Readonly<Record<string, Value>>>([[client.id, client]]);
  for (const kind of kinds) for (const record of recordsOf(reader, kind)) current.set(record.id, record);
  const versions: HistoryRow[] = [
    ...reader.all<VersionRow>(clientVersions, clientVersions.id),
    ...mergesAsChanges(client.id, mergesThatStand(reader)),
  ];
  return changesOf(versions, current, names).map((change) => {
    const fields = change.fields.map(
      ({ label, before, after }) => `${label}: ${before || "–"} → ${after || "–"}`,
    );
    const what = [change.about, change.title, change.did].filter(Boolean).join(", ");
    const reason = change.reason ? [`Reden: ${change.reason}`] : [];
    return [
      "Wijziging",
      [`${what}, door ${change.by} op ${shownMoment(change.at)}`, ...fields, ...reason].join("\n"),
      null,
      null,
    ];
  });
}

/** Sheet Contacten: people around the client, and family. */
export function contactsSheet(reader: DossierReader): SmallSheet {
  const people = reader.all<InferSelectModel<typeof contacts>>(contacts, contacts.id);
  const family = reader.all<InferSelectModel<typeof familyMembers>>(familyMembers, familyMembers.id);
  const relatives = family.map((relative) => ({
    ...relative,
    role: "Familie, ter informatie",
    representation: null,
  }));
  return {
    plan: {
      name: "Contacten",
      columns: [
        { label: "Naam", kind: "text", width: 30 },
        { label: "Relatie", kind: "text", width: 20 },
        { label: "Rol", kind: "text", width: 26 },
        { label: "Vertegenwoordiging", kind: "text", width: 40 },
        { label: "Telefoon", kind: "text", width: 18 },
        { label: "E-mail", kind: "text", width: 28 },
        { label: "Adres", kind: "text", width: 40 },
        { label: "Toelichting", kind: "text", width: 40, wrap: true },
        { label: "Van", kind: "date", width: 14 },
        { label: "Tot", kind: "date", width: 14 },
      ],
    },
    rows: [...people, ...relatives].map((person) => [
      person.name,
      person.relation,
      person.role,
      person.representation &&
        `${REPRESENTATIONS[person.representation].label}, ${decidesAbout(person.representation)}`,
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
  messages: {
    name: "Berichten",
    columns: [
      { label: "Datum en tijd", kind: "datetime", width: 18 },
      { label: "Afzender", kind: "text", width: 30 },
      { label: "Bericht", kind: "text", width: 80, wrap: true },
    ],
  },
} as const satisfies Record<string, SheetPlan>;
