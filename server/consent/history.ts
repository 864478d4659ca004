import { and, asc, eq, getTableColumns, type InferSelectModel } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { consentDecisions, consentStatements, parties, partyVersions } from "@/db/schema/consent";
import { documents } from "@/db/schema/dossier/documents";
import { DomainError } from "../core/errors";
import type { Decision, PartyHistory } from "./rules";

export type DecisionRow = InferSelectModel<typeof consentDecisions>;
export type StatementRow = InferSelectModel<typeof consentStatements>;
export type PartyVersionRow = InferSelectModel<typeof partyVersions>;

/** A party with all its versions, oldest first; `newest` is what holds now. */
export interface PartyWithVersions extends PartyHistory {
  id: string;
  position: number;
  endReason: string | null;
  versions: PartyVersionRow[];
  newest: PartyVersionRow;
}

/** Every party there ever was, in the order of the screen. */
export async function partiesOf(db: Reader): Promise<PartyWithVersions[]> {
  const rows = await db.select().from(parties).orderBy(asc(parties.position), asc(parties.id));
  const versions = await db.select().from(partyVersions).orderBy(asc(partyVersions.version));
  return rows.flatMap(({ id, position, endedAt, endReason }) => {
    const own = versions.filter((version) => version.partyId === id);
    const newest = own.at(-1);
    return newest ? [{ id, position, endedAt, endReason, versions: own, newest }] : [];
  });
}

/** @throws DomainError `party-gone` */
export async function partyOf(db: Reader, partyId: string): Promise<PartyWithVersions> {
  const party = (await partiesOf(db)).find(({ id }) => id === partyId);
  if (!party) throw new DomainError("party-gone");
  return party;
}

/** What was decided for a client, about one party or all, oldest first. */
export async function decisionsOf(db: Reader, clientId: string, partyId?: string): Promise<DecisionRow[]> {
  const about = partyId === undefined ? undefined : eq(consentDecisions.partyId, partyId);
  return db
    .select()
    .from(consentDecisions)
    .where(and(eq(consentDecisions.clientId, clientId), about))
    .orderBy(asc(consentDecisions.partyId), asc(consentDecisions.sequence));
}

/** A signed statement with the name of its file. */
export type FiledStatement = StatementRow & { fileName: string | null };

/** The signed statements of a client's decisions, oldest first. */
export async function statementsOf(db: Reader, clientId: string): Promise<FiledStatement[]> {
  return db
    .select({ ...getTableColumns(consentStatements), fileName: documents.fileName })
    .from(consentStatements)
    .leftJoin(documents, eq(documents.id, consentStatements.documentId))
    .where(eq(consentStatements.clientId, clientId))
    .orderBy(asc(consentStatements.addedAt), asc(consentStatements.id));
}

/** Decisions about one party of many clients at once, by client: for lists, where a query each would be too many. */
export async function decisionsAbout(db: Reader, partyId: string): Promise<Map<string, Decision[]>> {
  const rows = await db
    .select({
      clientId: consentDecisions.clientId,
      sequence: consentDecisions.sequence,
      answer: consentDecisions.answer,
      partyVersion: consentDecisions.partyVersion,
      fromDate: consentDecisions.fromDate,
      untilDate: consentDecisions.untilDate,
      recordedAt: consentDecisions.recordedAt,
    })
    .from(consentDecisions)
    .where(eq(consentDecisions.partyId, partyId));
  const byClient = new Map<string, Decision[]>();
  for (const { clientId, ...decision } of rows) {
    const known = byClient.get(clientId);
    if (known) known.push(decision);
    else byClient.set(clientId, [decision]);
  }
  return byClient;
}
