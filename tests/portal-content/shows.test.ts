import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { clients } from "@/db/schema/clients";
import { documents } from "@/db/schema/dossier/documents";
import { reports } from "@/db/schema/dossier/reports";
import { locationMessageRecipients, locationMessages } from "@/db/schema/location-messages";
import { portalRelations } from "@/db/schema/portal";
import { reasonOf } from "@/server/access/perform";
import { RELATION_KINDS, type RelationKind } from "@/server/access/relations";
import { appRouter } from "@/server/api/root";
import { prepareFile, storeFile } from "@/server/files/store";
import { SHOWS, SHOWS_SELF } from "@/server/portal/shows";
import { declarationsOf } from "../access/matrix";
import { giveDossierRole, makeEmployee } from "../access/people";
import { ANSWERS } from "../questionnaires/maker";
import { makeWorld, type TestWorld } from "../world";
import { around, CLIENT, personAs } from "./people";

const KINDS = Object.keys(RELATION_KINDS) as RelationKind[];

/** What stands in the dossier and belongs to nobody in the portal. */
const CANARY = "Kanarie-uit-het-dossier";

/** The path of every field in an answer: `[]` for each of a list, `*` for what has no fixed name. */
function pathsOf(value: unknown, path: string, into = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const each of value) pathsOf(each, `${path}[]`, into);
  else if (value !== null && typeof value === "object")
    for (const [key, each] of Object.entries(value)) {
      const name = path === "answers" ? "*" : key;
      pathsOf(each, path === "" ? name : `${path}.${name}`, into);
    }
  else into.add(path);
  return into;
}

/** The lists a declaration speaks of: an empty one gives no field, and is no field of its own. */
const declared = (fields: readonly string[]) => [...fields].sort();

async function filledWorld(world: TestWorld) {
  const house = await around(world);
  const people = new Map(
    await Promise.all(
      KINDS.map(async (kind) => [kind, await personAs(world, kind, "own", `Iemand als ${kind}`)] as const),
    ),
  );
  await giveDossierRole(world, await makeEmployee(world, []), "own", "owner");
  await world.db.write(async (tx) => {
    const merged = { mergedIntoId: "client-own" };
    await tx.update(clients).set(merged).where(eq(clients.id, "client-left"));
    const file = prepareFile(0, { mime: "application/pdf", bytes: Buffer.from("%PDF-") });
    await storeFile(world, tx, "client-own", file);
    const entry = { clientId: "client-own", moment: 0, recordedAt: 0, recordedBy: "Iemand" };
    const paper = { ...entry, label: "letter", status: "current" as const };
    const whole = { fileName: "brief.pdf", bytes: 5, fileId: file.fileId };
    await tx.insert(documents).values({ ...paper, id: "shared", title: "Gedeeld", ...whole, note: CANARY });
    await tx.insert(documents).values({ ...paper, id: "unshared", title: CANARY, ...whole });
    const report = { category: "daily", discipline: "nursing", text: CANARY, expertises: [] };
    await tx.insert(reports).values({ ...entry, id: "report", ...report });
    for (const { accountId } of people.values())
      await tx.insert(documents).values({
        ...{ ...paper, id: `own-${accountId}`, title: "Zelf", ...whole, recordedById: `portal:${accountId}` },
      });
  });
  const asked = new Map<RelationKind, [open: string, done: string]>();
  for (const kind of KINDS) {
    const person = people.get(kind);
    if (!person || kind === "network") continue;
    await house.sharer.involved.release({
      ...{ clientId: CLIENT, entryId: "shared", relationIds: [person.relationId] },
    });
    const ask = { ...house.asked, relationId: person.relationId };
    const done = await house.carer.involved.ask({ ...ask, requestKey: `done-${kind}` });
    const { portalActivities } = await person.api();
    await portalActivities.submit({ clientId: CLIENT, activityId: done.activityId, answers: ANSWERS });
    const open = await house.carer.involved.ask({ ...ask, requestKey: `open-${kind}` });
    await portalActivities.keep({ clientId: CLIENT, activityId: open.activityId, answers: ANSWERS });
    asked.set(kind, [open.activityId, done.activityId]);
  }
  const other = await personAs(world, "network", "own", "Nog een netwerklid");
  const manager = { carenRole: "manager" } as const;
  const self = people.get("network")?.relationId ?? "";
  await world.db.write((tx) => tx.update(portalRelations).set(manager).where(eq(portalRelations.id, self)));
  await told(world, [...people.values()]);
  return { people, asked, other };
}

/** A location message to each of these. */
async function told(world: TestWorld, people: readonly { accountId: string }[]): Promise<void> {
  const senderId = await makeEmployee(world, []);
  const sent = { senderId, sender: "Iemand", createdAt: 0, expectedClients: 1, expectedAccounts: 1 };
  const about = { messageId: "message", clientId: "client-own", state: "delivered", notice: "none" } as const;
  await world.db.write(async (tx) => {
    await tx.insert(locationMessages).values({
      ...{ ...sent, id: "message", body: "Dag", state: "sent", requestKey: "once", requestDigest: "" },
    });
    await tx
      .insert(locationMessageRecipients)
      .values(people.map(({ accountId }) => ({ ...about, accountId, deliveredAt: 1 })));
  });
}

test("in the portal each kind of person is shown what is declared for them, field by field, and nothing else", async () => {
  const world = await makeWorld();
  const { people, asked, other } = await filledWorld(world);
  const doors = declarationsOf(appRouter).filter(
    ({ path, meta }) => meta?.door === "portal" || path in SHOWS,
  );
  expect(doors.map(({ path }) => path).sort()).toEqual(Object.keys(SHOWS).sort());
  for (const { path, meta } of doors) {
    for (const kind of KINDS) {
      const person = people.get(kind);
      if (!person) throw new Error("nobody of this kind");
      const [activityId = "none", done = "none"] = asked.get(kind) ?? [];
      let at: unknown = await person.api();
      for (const step of path.split(".")) at = (at as Record<string, unknown>)[step];
      const member = { name: "Nog iemand", email: "nog@post.example", relationId: other.relationId };
      const input = { clientId: CLIENT, activityId, answers: ANSWERS, messageId: "message", ...member };
      const act = at as (input: unknown) => Promise<unknown>;
      const answer = act(input);
      const fields = SHOWS[path]?.[kind];
      const isFor = meta?.relations?.includes(kind) ?? true;
      expect([path, kind, isFor]).toEqual([path, kind, fields !== undefined]);
      if (!fields) {
        expect([path, kind, await answer.catch(reasonOf)]).toEqual([path, kind, "not-found"]);
        continue;
      }
      const given = [await answer];
      // One that is open has questions, one that was handed in has answers: together they show all there is.
      if (path === "portalActivities.open") given.push(await act({ ...input, activityId: done }));
      const paths = new Set(given.flatMap((each) => [...pathsOf(each, "")]));
      expect([path, kind, [...paths].sort()]).toEqual([path, kind, declared(fields)]);
      expect(JSON.stringify(given)).not.toContain(CANARY);
    }
  }
});

test("who has looked is for the client and who represents them alone; the network sees a name", () => {
  expect(Object.keys(SHOWS["portalAccess.log"] ?? {})).toEqual(["client", "representative"]);
  const toNetwork = Object.entries(SHOWS).flatMap(([path, each]) => (each.network ? [path] : []));
  expect(toNetwork.filter((path) => !/^portal(?:Caren|Messages)\./.test(path))).toEqual([
    "portal.client",
    "portal.clients",
  ]);
});

test("what someone reads of themselves alone is declared too, and is the same whatever they are to whom", async () => {
  const world = await makeWorld();
  const { people } = await filledWorld(world);
  const own = declarationsOf(appRouter).filter(
    ({ path, kind, meta }) => meta?.door === "portalSelf" && kind === "query" && !(path in SHOWS),
  );
  expect(own.map(({ path }) => path).sort()).toEqual(Object.keys(SHOWS_SELF).sort());
  for (const person of people.values()) {
    const api = await person.api();
    for (const { path } of own) {
      let at: unknown = api;
      for (const step of path.split(".")) at = (at as Record<string, unknown>)[step];
      const answer = await (at as () => Promise<unknown>)();
      expect([path, [...pathsOf(answer, "")].sort()]).toEqual([path, declared(SHOWS_SELF[path] ?? [])]);
      expect(JSON.stringify(answer)).not.toContain(CANARY);
    }
  }
});
