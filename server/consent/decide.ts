import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { clients, contacts } from "@/db/schema/clients";
import { type ConsentDecider, consentDecisions, consentStatements } from "@/db/schema/consent";
import type { ChangeCtx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { titledName } from "../clients/rules";
import { DomainError } from "../core/errors";
import type { FieldProblem } from "../core/field-problems";
import { newId } from "../core/ids";
import { capacityOf, deciderProblem, type PersonAround, whoDecides } from "./deciders";
import { partyOf } from "./history";
import type { RecordDecision } from "./input";
import { dayProblems, readDays } from "./read-decision";

type Given = z.output<typeof RecordDecision>;
const LONGEST_NOTE = 2_000;

function authorOf({ actor }: ChangeCtx): { name: string; id: string } {
  if (actor.kind !== "employee") throw new DomainError("not-signed-in");
  return { name: `${actor.name}, ${actor.title}`, id: actor.id };
}

/** Who decided, in words, as they are today: a mentor who steps down next year still decided this. */
function decidersIn(
  chosen: readonly string[],
  people: readonly PersonAround[],
  client: string,
): ConsentDecider[] {
  const others = people.filter(({ id }) => chosen.includes(id));
  return [
    ...(chosen.includes("client")
      ? [{ kind: "client" as const, contactId: null, name: client, capacity: "cliënt" }]
      : []),
    ...others.map((person) => ({
      kind: "representative" as const,
      contactId: person.id,
      name: person.name,
      capacity: capacityOf(person),
    })),
  ];
}

/**
 * The decision this very request made before. A key that comes again with something else is another intention: it is
 * refused, or what was changed meanwhile would be lost unsaid.
 */
async function sameRequest(tx: Tx, client: ReachedClient, given: Given): Promise<string | undefined> {
  const [row] = await tx
    .select()
    .from(consentDecisions)
    .where(eq(consentDecisions.requestKey, given.requestKey));
  if (!row) return undefined;
  const deciders = row.deciders.map(({ contactId }) => contactId ?? "client").sort();
  const same =
    row.clientId === client.id &&
    row.partyId === given.partyId &&
    row.answer === given.answer &&
    row.sequence === given.last + 1 &&
    row.decidedOn === given.decidedOn.trim() &&
    (given.answer === "withdrawn" ||
      (row.fromDate === (given.fromDate.trim() || row.decidedOn) &&
        (row.untilDate ?? "") === given.untilDate.trim())) &&
    (row.note ?? "") === given.note.normalize("NFC").trim() &&
    deciders.join(" ") === [...given.deciders].sort().join(" ");
  if (!same) throw new DomainError("consent-changed");
  return row.id;
}

/**
 * Records what was decided about sharing with a party. Nothing is overwritten: it comes after what was there. The same
 * request key again is the same decision.
 * @throws DomainError `form-invalid` with the fields, `consent-changed` when someone else was first,
 * `consent-no-choice`, `consent-party-ended`, `consent-nothing-to-withdraw`, `party-gone`
 */
export async function recordDecision(
  ctx: ChangeCtx,
  client: ReachedClient,
  given: Given,
): Promise<{ decisionId: string }> {
  const { tx } = ctx;
  const same = await sameRequest(tx, client, given);
  if (same !== undefined) return { decisionId: same };
  const author = authorOf(ctx);
  const party = await partyOf(tx, given.partyId);
  if (party.endedAt !== null) throw new DomainError("consent-party-ended");
  if (party.newest.basis === "statutory") throw new DomainError("consent-no-choice");
  const about = and(eq(consentDecisions.clientId, client.id), eq(consentDecisions.partyId, party.id));
  const [newest] = await tx
    .select({
      sequence: consentDecisions.sequence,
      answer: consentDecisions.answer,
      decidedOn: consentDecisions.decidedOn,
    })
    .from(consentDecisions)
    .where(about)
    .orderBy(desc(consentDecisions.sequence))
    .limit(1);
  const last = newest?.sequence ?? 0;
  if (last !== given.last) throw new DomainError("consent-changed");
  const [person] = await tx.select().from(clients).where(eq(clients.id, client.id));
  if (!person) throw new DomainError("not-found");

  const days = readDays(given, ctx.day);
  const { birthDate, deathDate } = person;
  const newestOn = newest?.decidedOn ?? null;
  const problems: FieldProblem[] = dayProblems(days, given, { day: ctx.day, birthDate, deathDate, newestOn });
  const around = await tx.select().from(contacts).where(eq(contacts.clientId, client.id));
  const rule = whoDecides(person.birthDate, around, days.decidedOn ?? ctx.day);
  const wrong = deciderProblem(rule, given.answer, given.deciders);
  if (wrong) problems.push({ path: "deciders", problem: wrong });
  const note = given.note.normalize("NFC").trim();
  if (note.length > LONGEST_NOTE) problems.push({ path: "note", problem: "too-long", limit: LONGEST_NOTE });
  if (problems.length > 0 || !days.decidedOn || !days.fromDate)
    throw new DomainError("form-invalid", { fields: problems });

  if (given.answer === "withdrawn" && (!newest || newest.answer === "withdrawn"))
    throw new DomainError("consent-nothing-to-withdraw");
  const id = newId(ctx.now);
  await tx.insert(consentDecisions).values({
    id,
    clientId: client.id,
    partyId: party.id,
    sequence: last + 1,
    answer: given.answer,
    partyVersion: party.newest.version,
    decidedOn: days.decidedOn,
    fromDate: days.fromDate,
    untilDate: days.untilDate,
    deciders: decidersIn(given.deciders, rule.people, titledName(person)),
    note: note === "" ? null : note,
    recordedAt: ctx.now,
    recordedBy: author.name,
    recordedById: author.id,
    requestKey: given.requestKey,
  });
  ctx.touch("party", party.id);
  ctx.touch("consent", id);
  ctx.detail(given.answer);
  return { decisionId: id };
}

/**
 * Ties a signed statement, already filed among the documents of the client, to a decision.
 * @throws DomainError `not-found` when the decision is not this client's
 */
export async function addStatement(
  ctx: ChangeCtx,
  client: ReachedClient,
  { decisionId, documentId }: { decisionId: string; documentId: string },
): Promise<void> {
  const [decision] = await ctx.tx.select().from(consentDecisions).where(eq(consentDecisions.id, decisionId));
  if (decision?.clientId !== client.id) throw new DomainError("not-found");
  const known = and(
    eq(consentStatements.decisionId, decisionId),
    eq(consentStatements.documentId, documentId),
  );
  if ((await ctx.tx.$count(consentStatements, known)) > 0) return;
  const author = authorOf(ctx);
  await ctx.tx.insert(consentStatements).values({
    id: newId(ctx.now),
    clientId: client.id,
    decisionId,
    documentId,
    addedAt: ctx.now,
    addedBy: author.name,
    addedById: author.id,
  });
  ctx.touch("consent", decisionId);
  ctx.touch("entry", documentId);
}
