import { and, eq, inArray, isNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { employees } from "@/db/schema/access";
import { carenInvitations } from "@/db/schema/caren";
import { clientVersions } from "@/db/schema/client-records";
import { clients, contacts } from "@/db/schema/clients";
import { consentDecisions, consentStatements, parties } from "@/db/schema/consent";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import { dossierRoles } from "@/db/schema/sharing";
import { loadPortalAccount } from "@/server/access/reach";
import { newId } from "@/server/core/ids";
import { apiAs, openSession } from "../access/people";
import { refusalOf } from "../clients/office";
import { demoWorld } from "../demo-world";
import type { TestWorld } from "../world";

const PAIR = { clientId: "10002", otherId: "10003" };
const CHOICES = {
  fields: {},
  rows: { "care-plans": "both", notes: "both", dossier: "both", contacts: "both" },
} as const;
const MADE = { madeAt: 1, madeBy: "Iemand" };

let world: TestWorld;
let office: Awaited<ReturnType<typeof apiAs>>;
let ids: { left: string; right: string };

beforeAll(async () => {
  world = await demoWorld();
  office = await apiAs(world, await openSession(world, await employeeOf("administratie@kroniek.example")));
  ids = { left: await clientOf(10002), right: await clientOf(10003) };
}, 60_000);
afterAll(() => world.close());

async function employeeOf(email: string): Promise<string> {
  const [row] = await world.db.read.select().from(employees).where(eq(employees.email, email));
  return row?.id ?? "";
}

async function clientOf(number: number): Promise<string> {
  const [row] = await world.db.read.select().from(clients).where(eq(clients.number, number));
  return row?.id ?? "";
}

const key = () => newId(world.clock.now());

async function merge(): Promise<void> {
  const preview = await office.merge.preview({ ...PAIR, choices: CHOICES });
  const planDigest = preview.plan?.digest ?? "";
  await office.merge.carryOut({ ...PAIR, choices: CHOICES, planDigest, requestKey: key() });
}

async function undo(items: Record<string, "left" | "right"> = {}, requestKey = key()): Promise<void> {
  const [newest] = await office.merge.list({ clientId: "10002" });
  const asked = { clientId: "10002", mergeId: newest?.id ?? "" };
  await office.merge.undo({ ...asked, items, fields: {}, requestKey });
}

async function accountOf(id: string): Promise<string> {
  await world.db.write(async (tx) => {
    const values = { id, email: `${id}@elders.example`, name: id, agreedAt: 1, createdAt: 1 };
    await tx.insert(portalAccounts).values(values);
  });
  return id;
}

async function shownTo(accountId: string): Promise<string[]> {
  const account = await loadPortalAccount(world.db.read, accountId, world.clock.now());
  return account?.actor.relations.map(({ clientId }) => clientId) ?? [];
}

test("who represents somebody on a power recorded with them goes with them, not with the other", async () => {
  const accountId = await accountOf("dochter");
  const power = { id: "power", clientId: ids.right, name: "Dochter", representation: "mentor" } as const;
  await world.db.write(async (tx) => {
    await tx.insert(contacts).values(power);
  });
  await merge();
  await world.db.write(async (tx) => {
    const values = { id: "by-power", accountId, clientId: ids.left, contactId: "power", ...MADE };
    await tx.insert(portalRelations).values({ ...values, kind: "representative" });
  });
  expect(await shownTo(accountId)).toEqual([ids.left]);
  await undo();
  expect(await shownTo(accountId)).toEqual([ids.right]);
});

test("who came in by a letter to somebody goes with whom the letter was about", async () => {
  const accountId = await accountOf("neef");
  const letter = { id: "letter", codeHash: "letter", expiresAt: 2, address: "Ergens 1", ...MADE };
  await world.db.write(async (tx) => {
    await tx
      .insert(carenInvitations)
      .values({ ...letter, clientId: ids.right, endedAt: 1, ended: "redeemed" });
  });
  await merge();
  await world.db.write(async (tx) => {
    const values = { id: "by-letter", accountId, clientId: ids.left, kind: "network" as const, ...MADE };
    await tx.insert(portalRelations).values(values);
    await tx
      .update(carenInvitations)
      .set({ relationId: "by-letter" })
      .where(eq(carenInvitations.id, "letter"));
  });
  await undo();
  expect(await shownTo(accountId)).toEqual([ids.right]);
});

test("access to both that was ended since is not given back by an undo", async () => {
  const accountId = await accountOf("buurvrouw");
  const employeeId = await employeeOf("zorg@kroniek.example");
  await world.db.write(async (tx) => {
    await tx.delete(dossierRoles).where(eq(dossierRoles.employeeId, employeeId));
    for (const clientId of [ids.left, ids.right]) {
      const id = `both-${clientId}`;
      await tx.insert(portalRelations).values({ id, accountId, clientId, kind: "involved", ...MADE });
      const given = { fromDate: "2026-01-01", givenAt: 0, givenBy: "Iemand" };
      await tx.insert(dossierRoles).values({ id, clientId, employeeId, role: "viewer", ...given });
    }
  });
  await merge();
  await world.db.write(async (tx) => {
    const ended = { endedAt: 5, endedBy: "Iemand" };
    const id = `both-${ids.left}`;
    await tx.update(portalRelations).set(ended).where(eq(portalRelations.id, id));
    await tx.update(dossierRoles).set(ended).where(eq(dossierRoles.id, id));
  });
  await undo();
  expect(await shownTo(accountId)).toEqual([]);
  const open = and(eq(dossierRoles.employeeId, employeeId), isNull(dossierRoles.endedAt));
  expect(await world.db.read.$count(dossierRoles, open)).toBe(0);
});

test("proof filed with a decision of the merge becomes proof of the one it said again", async () => {
  const [party] = await world.db.read.select().from(parties);
  const partyId = party?.id ?? "";
  const decided = { partyId, sequence: 1, partyVersion: 1, decidedOn: "2026-01-01", fromDate: "2026-01-01" };
  const recorded = { deciders: [], recordedAt: 1, recordedBy: "Iemand" };
  await world.db.write(async (tx) => {
    const theirs = inArray(consentDecisions.clientId, [ids.left, ids.right]);
    await tx.delete(consentStatements);
    await tx.delete(consentDecisions).where(theirs);
    for (const [clientId, answer] of [
      [ids.left, "no"],
      [ids.right, "yes"],
    ] as const)
      await tx
        .insert(consentDecisions)
        .values({ id: answer, clientId, answer, requestKey: answer, ...decided, ...recorded });
  });
  await merge();
  const ofSurvivor = eq(consentDecisions.clientId, ids.left);
  const all = await world.db.read.select().from(consentDecisions).where(ofSurvivor);
  const made = all.find(({ note }) => note?.startsWith("Overgenomen"));
  const proof = { id: "proof", clientId: ids.left, documentId: "paper", addedAt: 1, addedBy: "Iemand" };
  await world.db.write(async (tx) => {
    await tx.insert(consentStatements).values({ ...proof, decisionId: made?.id ?? "" });
  });
  await undo();
  const [kept] = await world.db.read.select().from(consentStatements);
  expect(kept).toMatchObject({ decisionId: "no", clientId: ids.left });
});

test("what was somebody's before goes home with its history, whatever is said of it", async () => {
  const values = { subject: "Post", text: "Van voor het samenvoegen" };
  const { recordId } = await office.records.add({
    ...{ clientId: "10002", kind: "notes", values, requestKey: key() },
  });
  const ofNote = eq(clientVersions.recordId, recordId);
  await merge();
  await world.db.write(async (tx) => {
    const [first] = await tx.select().from(clientVersions).where(ofNote);
    if (!first) throw new Error("A note without its history.");
    await tx.insert(clientVersions).values({ ...first, id: "since", version: 2, requestKey: null });
  });
  await undo({ [`client_notes:${recordId}`]: "right", "client_versions:since": "right" });
  const rows = await world.db.read.select().from(clientVersions).where(ofNote);
  expect(rows.map(({ clientId }) => clientId)).toEqual([ids.left, ids.left]);
});

test("the key of one undo does not undo another merge", async () => {
  const requestKey = key();
  await merge();
  await undo({}, requestKey);
  await merge();
  expect(await refusalOf(undo({}, requestKey))).toBe("request-reused");
  await undo();
});
