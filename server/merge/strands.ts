import { getTableName, type SQL, sql } from "drizzle-orm";
import { kinds } from "../clients/records/registry";
import { parts } from "../dossier/registry";
import type { Fate, Pair, Since, SinceRow, Strand } from "./claim";
import type { RowSubjectId } from "./subjects";

/** Signed statements are the proof of a consent: they come along with it, whatever becomes of other documents. */
export const statements = ({ left, right }: Pair) =>
  sql`(SELECT id FROM documents WHERE client_id IN (${left}, ${right}) AND label = 'consent-statement')`;
export const statementFiles = ({ left, right }: Pair) =>
  sql`(SELECT file_id FROM documents WHERE client_id IN (${left}, ${right}) AND label = 'consent-statement' AND file_id IS NOT NULL)`;
/** Contacts on whose recorded power someone is in the portal: without the contact that account would lose its ground. */
export const withAccount = ({ left, right }: Pair) =>
  sql`(SELECT contact_id FROM portal_relations WHERE client_id IN (${left}, ${right}) AND contact_id IS NOT NULL AND ended_at IS NULL)`;

/** Rows of a table as most are, but those of a set that always move. */
export function besides(subject: RowSubjectId, always: (pair: Pair) => SQL, why: string): Strand[] {
  return [
    { fate: { moves: why }, where: (pair) => sql`t.id IN ${always(pair)}` },
    { fate: { subject }, where: (pair) => sql`t.id NOT IN ${always(pair)}` },
  ];
}

export const PROOF = "Bewijs van een toestemming gaat altijd mee.";

export const fateOfKind = (kind: (typeof kinds)[number]): Fate => {
  if (kind.merge === "choose") return { subject: kind.slug as RowSubjectId };
  return kind.merge === "with-dossier" ? { subject: "dossier" } : { moves: `${kind.label} gaan altijd mee.` };
};

const slugs = (subject: "dossier" | "care-plans") =>
  sql.join(
    parts.filter((part) => part.merge === subject).map((part) => sql`${part.slug}`),
    sql`, `,
  );

/** Rows about entries of a part, which go as the entries do; `part` is a column of theirs. */
export function asTheirParts(
  entry: SQL | undefined,
  unless?: Strand["unless"],
  others: { where: SQL; fate: Fate }[] = [],
): Strand[] {
  const statement = (pair: Pair) =>
    entry ? sql`(t.part = 'documents' AND ${entry} IN ${statements(pair)})` : sql`0`;
  const same = unless && { unless };
  return [
    { fate: { moves: PROOF }, where: (pair) => statement(pair), ...same },
    {
      fate: { subject: "care-plans" },
      where: (pair) => sql`t.part IN (${slugs("care-plans")}) AND NOT ${statement(pair)}`,
      ...same,
    },
    { fate: { subject: "dossier" }, where: () => sql`t.part IN (${slugs("dossier")})`, ...same },
    ...others.map(({ where, fate }) => ({ fate, where: () => where, ...same })),
  ];
}

/** Earlier versions of records go as the records do; those of the person are the history of that one record. */
export const ofVersions: Strand[] = [
  {
    fate: { stays: "De geschiedenis van iemands personalia blijft die van dat dossier." },
    where: () => sql`t.kind = 'person'`,
  },
  ...kinds.flatMap((kind): Strand[] => {
    const own = sql`t.kind = ${kind.slug}`;
    if (kind.slug !== "contacts") return [{ fate: fateOfKind(kind), where: () => own }];
    return [
      { fate: { moves: PROOF }, where: (pair) => sql`${own} AND t.record_id IN ${withAccount(pair)}` },
      {
        fate: { subject: "contacts" },
        where: (pair) => sql`${own} AND t.record_id NOT IN ${withAccount(pair)}`,
      },
    ];
  }),
];

export const sameOn = (table: string, to: string, ...columns: string[]) =>
  sql`EXISTS (SELECT 1 FROM ${sql.raw(table)} o WHERE o.client_id = ${to} AND ${sql.raw(
    columns.map((column) => `o.${column} = t.${column}`).join(" AND "),
  )})`;

export const pointing = (table: string, column: string) => (row: SinceRow) => {
  const key = row[column];
  return typeof key === "string" ? { table, key } : undefined;
};

const tableOfPart = new Map<string, string>(parts.map((part) => [part.slug, getTableName(part.table)]));
const tableOfKind = new Map<string, string>(kinds.map((kind) => [kind.slug, getTableName(kind.table)]));

export const ofEntry: Since = {
  columns: "t.part, t.entry_id",
  of: (row) =>
    pointing(tableOfPart.get(row.part ?? "") ?? tableOfKind.get(row.part ?? "") ?? "", "entry_id")(row),
};

/** What was changed of the person since belongs to whom it was changed of. */
export const ofRecord: Since = {
  columns: "t.kind, t.record_id",
  of: (row) => pointing(tableOfKind.get(row.kind ?? "") ?? "", "record_id")(row),
};

/**
 * Who came into the portal by the letter of someone, or on a power recorded with them, looks at that person: it goes
 * where that goes. Everyone else is of the dossier that went on.
 */
export const ofGround: Since = {
  columns: "t.contact_id, (SELECT i.id FROM caren_invitations i WHERE i.relation_id = t.id) AS invitation_id",
  of: (row) => pointing("caren_invitations", "invitation_id")(row) ?? pointing("contacts", "contact_id")(row),
};
