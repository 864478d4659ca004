import { eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { clients } from "@/db/schema/clients";
import { portalRelations } from "@/db/schema/portal";
import { dossierRoles } from "@/db/schema/sharing";
import { decisionsOf, partiesOf } from "../consent/history";
import type { Moment } from "../consent/rules";
import { DomainError } from "../core/errors";
import { makeTurns } from "../core/turns";
import type { HeldRelation, HeldRole } from "./access";
import type { Pair } from "./claim";
import { claims } from "./claims";
import type { PartyDecisions } from "./consents";
import type { Standing } from "./rules";
import { FIELD_SUBJECT_IDS, FIELD_SUBJECTS, type FieldSubjectId, type Side } from "./subjects";

export type ClientRow = typeof clients.$inferSelect;

/** How many rows of a strand each has, and how many of those cannot go to the other: the same is there already. */
export interface Counted {
  left: number;
  right: number;
  leftStuck: number;
  rightStuck: number;
}

/** All that a plan is made of. */
export interface Survey {
  left: Standing & { row: ClientRow };
  right: Standing & { row: ClientRow };
  moment: Moment;
  fields: Readonly<Record<FieldSubjectId, { equal: boolean; leftEmpty: boolean; rightEmpty: boolean }>>;
  /** @param strand its place in the table's claim */
  count(table: string, strand: number): Counted;
  consents: readonly PartyDecisions[];
  roles: Record<Side, HeldRole[]>;
  relations: Record<Side, HeldRelation[]>;
}

/**
 * The two rows, as they are now.
 * @throws DomainError `merge-already` when one of them has been merged away meanwhile
 */
export async function readPair(db: Reader, first: string, second: string): Promise<[ClientRow, ClientRow]> {
  const rows = await db
    .select()
    .from(clients)
    .where(inArray(clients.id, [first, second]));
  const [one, two] = [first, second].map((id) => rows.find((row) => row.id === id));
  if (!one || !two || one.id === two.id || one.mergedIntoId !== null || two.mergedIntoId !== null)
    throw new DomainError("merge-already");
  return [one, two];
}

/** What decides about one client whether and how they can be merged. */
export async function standingOf(db: Reader, row: ClientRow): Promise<Standing & { row: ClientRow }> {
  const has = async (table: SQL, also: SQL = sql`1`) => {
    const found = await db.all<{ n: number }>(
      sql`SELECT EXISTS (SELECT 1 FROM ${table} WHERE client_id = ${row.id} AND ${also}) AS n`,
    );
    return found[0]?.n === 1;
  };
  return {
    row,
    number: row.number,
    careRules: await has(sql`care_rules`),
    passes: await has(sql`client_passes`),
    exportUnderWay: await has(sql`exports`, sql`status = 'pending'`),
  };
}

function compareFields(left: ClientRow, right: ClientRow): Survey["fields"] {
  const of = (subject: FieldSubjectId) => {
    // A sealed number differs each time it is sealed; its search code is what tells the number.
    const columns = FIELD_SUBJECTS[subject].columns.filter((column) => column !== "bsnSealed");
    return {
      equal: columns.every((column) => (left[column] ?? "") === (right[column] ?? "")),
      leftEmpty: columns.every((column) => (left[column] ?? "") === ""),
      rightEmpty: columns.every((column) => (right[column] ?? "") === ""),
    };
  };
  return Object.fromEntries(FIELD_SUBJECT_IDS.map((subject) => [subject, of(subject)])) as Survey["fields"];
}

async function countAll(db: Reader, pair: Pair): Promise<Survey["count"]> {
  const turn = makeTurns();
  const counted = new Map<string, Counted>();
  for (const claim of claims) {
    const table = sql.raw(claim.table);
    for (const [at, { where, unless }] of claim.strands.entries()) {
      const stuck = (to: string) => unless?.(to) ?? sql`0`;
      const rows = await db.all<{ id: string; n: number; stuck: number }>(sql`
        SELECT t.client_id AS id, count(*) AS n,
          coalesce(sum(CASE WHEN t.client_id = ${pair.left} THEN ${stuck(pair.right)} ELSE ${stuck(pair.left)} END), 0) AS stuck
        FROM ${table} AS t WHERE t.client_id IN (${pair.left}, ${pair.right}) AND ${where?.(pair) ?? sql`1`}
        GROUP BY t.client_id`);
      const of = (id: string) => rows.find((row) => row.id === id);
      const [left, right] = [of(pair.left), of(pair.right)];
      counted.set(`${claim.table} ${at}`, {
        ...{ left: left?.n ?? 0, right: right?.n ?? 0 },
        ...{ leftStuck: left?.stuck ?? 0, rightStuck: right?.stuck ?? 0 },
      });
      await turn();
    }
  }
  return (table, strand) => {
    const found = counted.get(`${table} ${strand}`);
    if (!found) throw new Error(`Nothing was counted of ${table} ${strand}.`);
    return found;
  };
}

async function heldRoles(db: Reader, clientId: string): Promise<HeldRole[]> {
  const rows = await db
    .select()
    .from(dossierRoles)
    .where(eq(dossierRoles.clientId, clientId))
    .orderBy(dossierRoles.id);
  return rows.map(({ id, employeeId, role, endedAt }) => ({ id, employeeId, role, ended: endedAt !== null }));
}

async function heldRelations(db: Reader, clientId: string): Promise<HeldRelation[]> {
  const rows = await db
    .select()
    .from(portalRelations)
    .where(eq(portalRelations.clientId, clientId))
    .orderBy(portalRelations.id);
  return rows.map(({ id, accountId, kind, endedAt }) => ({ id, accountId, kind, ended: endedAt !== null }));
}

async function decisionsOfBoth(db: Reader, pair: Pair): Promise<PartyDecisions[]> {
  const [left, right] = [await decisionsOf(db, pair.left), await decisionsOf(db, pair.right)];
  return (await partiesOf(db)).map((party) => ({
    partyId: party.id,
    party,
    left: left.filter(({ partyId }) => partyId === party.id),
    right: right.filter(({ partyId }) => partyId === party.id),
  }));
}

/** Looks at all that two clients have, for a plan. Left goes on, right goes up in it. */
export async function surveyOf(
  db: Reader,
  left: Survey["left"],
  right: Survey["right"],
  moment: Moment,
): Promise<Survey> {
  const pair = { left: left.row.id, right: right.row.id };
  return {
    left,
    right,
    moment,
    fields: compareFields(left.row, right.row),
    count: await countAll(db, pair),
    consents: await decisionsOfBoth(db, pair),
    roles: { left: await heldRoles(db, pair.left), right: await heldRoles(db, pair.right) },
    relations: { left: await heldRelations(db, pair.left), right: await heldRelations(db, pair.right) },
  };
}
