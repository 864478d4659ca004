import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { POST as download } from "@/app/api/portal-documents/[documentId]/route";
import { POST as upload } from "@/app/api/uploads/portal-documents/route";
import { documents } from "@/db/schema/dossier/documents";
import { mails } from "@/db/schema/mails";
import { reasonOf } from "@/server/access/perform";
import type { RelationKind } from "@/server/access/relations";
import { PORTAL_COOKIE } from "@/server/auth/cookie";
import { setRunning } from "@/server/core/world";
import { prepareFile, storeFile } from "@/server/files/store";
import { apiWith, makeEmployee, newestEntry, openSession } from "../access/people";
import { cookieOf, ORIGIN, OWN_HEADERS } from "../api/post";
import { pdf, zip } from "../files/papers";
import { framed, send, stored } from "../files/uploading";
import { makeWorld, START, type TestWorld } from "../world";
import { around, CLIENT, personAs } from "./people";

let world: TestWorld;
let house: Awaited<ReturnType<typeof around>>;

beforeEach(async () => {
  world = await makeWorld();
  setRunning({ world });
  house = await around(world);
  await world.db.write(async (tx) => {
    for (const [id, clientId] of [
      ["letter", "client-own"],
      ["other-letter", "client-own"],
      ["away-letter", "client-beside"],
    ] as const) {
      const file = prepareFile(0, { mime: "application/pdf", bytes: pdf(id) });
      await storeFile(world, tx, clientId, file);
      await tx.insert(documents).values({
        ...{ id, clientId, moment: 0, recordedAt: 0, recordedBy: "Iemand", title: "Brief" },
        ...{
          label: "letter",
          status: "current" as const,
          fileName: "brief.pdf",
          bytes: 1,
          fileId: file.fileId,
        },
      });
    }
    await tx.insert(documents).values({
      ...{ id: "nowhere", clientId: "client-own", moment: 0, recordedAt: 0, recordedBy: "Iemand" },
      ...{ title: "Elders", label: "letter", status: "current" as const },
    });
  });
});

const why = (act: Promise<unknown>) => act.then(() => "done", reasonOf);
const at = { clientId: CLIENT, entryId: "letter" };

/** The portal's own cookie of a session. */
async function portalCookie(session: string): Promise<string> {
  const [, value = ""] = (await cookieOf(world, session)).split(/=(.*)/s);
  return `${PORTAL_COOKIE}=${value}`;
}

async function get(session: string, documentId: string, cookie?: string): Promise<number> {
  const headers = { ...OWN_HEADERS, cookie: cookie ?? (await portalCookie(session)) };
  const request = new Request(`${ORIGIN}/`, { method: "POST", headers });
  const response = await download(request, { params: Promise.resolve({ documentId }) });
  await response.arrayBuffer();
  return response.status;
}

test("a document is there for whom it is shared with, until it is not", async () => {
  const { sharer, anja } = house;
  const other = await personAs(world, "involved", "own", "Een Ander");
  expect(await get(anja.session, "letter")).toBe(404);
  await sharer.involved.release({ ...at, relationIds: [anja.relationId] });
  await sharer.involved.release({ ...at, relationIds: [anja.relationId] });
  expect(await world.db.read.$count(mails, eq(mails.kind, "document-shared"))).toBe(1);
  const shown = (await anja.api()).portalDocuments;
  expect((await shown.list({ clientId: CLIENT })).shared).toMatchObject([{ id: "letter", sharedAt: START }]);
  expect(await get(anja.session, "letter")).toBe(200);
  expect(await newestEntry(world)).toMatchObject({
    ...{ event: "portal-document.downloaded", outcome: "done", role: "Betrokkene" },
    actor: `portal:${anja.accountId}`,
  });
  for (const id of ["other-letter", "away-letter", "no-such"]) expect(await get(anja.session, id)).toBe(404);
  expect(await get(other.session, "letter")).toBe(404);
  expect(await newestEntry(world)).toMatchObject({
    event: "portal-document.downloaded",
    detail: "not-found",
  });
  await sharer.involved.endRelease({ ...at, relationId: anja.relationId });
  expect(await get(anja.session, "letter")).toBe(404);
  expect((await shown.list({ clientId: CLIENT })).shared).toEqual([]);
});

test("archiving ends what is shared, and taking it back out shares nothing again", async () => {
  const { sharer, anja } = house;
  await sharer.involved.release({ ...at, relationIds: [anja.relationId] });
  const aim = { clientId: CLIENT, part: "documents", entryId: "letter" };
  await sharer.entries.archive({ ...aim, version: 1, reason: "Van een ander" });
  expect(await get(anja.session, "letter")).toBe(404);
  const again = sharer.involved.release({ ...at, relationIds: [anja.relationId] });
  expect(await why(again)).toBe("document-archived");
  await sharer.entries.restore({ ...aim, version: 2 });
  expect(await get(anja.session, "letter")).toBe(404);
  expect((await sharer.involved.releases(at)).people).toMatchObject([{ name: "Anja Visser", release: null }]);
});

test("only who may share does, with someone of this client, of a document with a file", async () => {
  const { sharer, carer, anja } = house;
  const relationIds = [anja.relationId];
  expect(await why(carer.involved.release({ ...at, relationIds }))).toBe("task-missing");
  expect(await why(carer.involved.endRelease({ ...at, relationId: anja.relationId }))).toBe("task-missing");
  const network = await personAs(world, "network", "own", "Net Werk");
  const away = await personAs(world, "involved", "beside", "Els Elders");
  const to = (relationId: string) => why(sharer.involved.release({ ...at, relationIds: [relationId] }));
  expect(await to(network.relationId)).toBe("not-for-network");
  expect(await to(away.relationId)).toBe("portal-person-gone");
  const release = (entryId: string) =>
    why(sharer.involved.release({ clientId: CLIENT, entryId, relationIds }));
  expect(await release("nowhere")).toBe("document-without-file");
  expect(await release("away-letter")).toBe("not-found");
});

test("neither cookie opens the other's door", async () => {
  const staff = await openSession(
    world,
    await makeEmployee(world, [{ tasks: ["dossier.view", "dossier.edit"], reach: "own" }]),
  );
  expect(await get(staff, "letter", await cookieOf(world, staff))).toBe(401);
  expect(await get(staff, "letter")).toBe(401);
  const body = framed(sharing(9), Buffer.from("%PDF-1.4\n"));
  const asStaff = { cookie: await cookieOf(world, staff) };
  expect((await send(world, undefined, body, asStaff, upload)).status).toBe(401);
  const asAnja = { cookie: await portalCookie(house.anja.session) };
  expect((await send(world, undefined, body, asAnja)).status).toBe(401);
  expect(await world.db.read.$count(documents)).toBe(4);
});

const sharing = (bytes: number, more: Record<string, unknown> = {}) => ({
  ...{ clientId: CLIENT, requestKey: "sleutel-0001", fileName: "Foto.pdf", title: "Brief van thuis", bytes },
  ...more,
});

async function share(session: string, content: Buffer, more: Record<string, unknown> = {}) {
  const cookie = await portalCookie(session);
  const body = framed(sharing(content.length, more), content);
  return send(world, undefined, body, { cookie }, upload);
}

test("what someone shares is filed once, as theirs, and they see it back", async () => {
  const { anja } = house;
  const sent = await share(anja.session, pdf("thuis"));
  expect(sent).toMatchObject({ status: 200 });
  expect((await share(anja.session, pdf("thuis"))).body).toEqual(sent.body);
  const [row] = await world.db.read.select().from(documents).where(eq(documents.label, "portal"));
  expect(row).toMatchObject({
    ...{ title: "Brief van thuis", author: "Anja Visser, betrokkene", recordedBy: "Anja Visser, betrokkene" },
    clientId: "client-own",
  });
  const list = await (await anja.api()).portalDocuments.list({ clientId: CLIENT });
  expect(list).toMatchObject({ shared: [], own: [{ id: row?.id, title: "Brief van thuis" }] });
  expect(await get(anja.session, row?.id ?? "")).toBe(200);
  const other = await personAs(world, "client", "own", "De Cliënt");
  expect((await (await other.api()).portalDocuments.list({ clientId: CLIENT })).own).toEqual([]);
  expect(await get(other.session, row?.id ?? "")).toBe(404);
  const listed = await house.carer.dossier.entries({ clientId: CLIENT, part: "documents" });
  expect(listed.entries.map(({ id }) => id)).toContain(row?.id);
});

test("nothing is filed for who is nobody to this client, of another kind, or too much", async () => {
  const before = stored(world).length;
  const refusedTo = async (kind: RelationKind, to: "own" | "beside") => {
    const who = await personAs(world, kind, to, `${kind} ${to}`);
    return (await share(who.session, pdf("x"))).status;
  };
  expect(await refusedTo("involved", "beside")).toBe(404);
  expect(await refusedTo("network", "own")).toBe(404);
  const { session } = house.anja;
  expect((await share(session, zip())).body.error?.reason).toMatch(/^file-/);
  expect((await share(session, pdf("x"), { fileName: "brief.txt" })).body.error?.reason).toMatch(/^file-/);
  expect((await share(session, pdf("x"), { title: " " })).body.error?.fields).toMatchObject([
    { path: "title" },
  ]);
  const large = await share(session, pdf("x"), { bytes: 11 * 1024 * 1024 });
  expect(large.body.error?.reason).toBe("file-too-large-paper");
  await world.db.write(async (tx) => {
    for (let n = 0; n < 38; n += 1)
      await tx.insert(documents).values({
        ...{ id: `n-${n}`, clientId: "client-own", moment: 0, recordedAt: START, recordedBy: "Anja" },
        ...{ recordedById: `portal:${house.anja.accountId}`, title: "Brief", label: "portal" },
        status: "current" as const,
      });
  });
  // Sent at once they all pass the first count; who comes last in the queue is refused all the same.
  const atOnce = await Promise.all(
    [1, 2, 3, 4, 5].map((n) => share(session, pdf("x"), { requestKey: `at-once-${n}` })),
  );
  expect(atOnce.map(({ body }) => body.error?.reason ?? "kept").sort()).toEqual(
    ["kept", "kept", ...Array(3).fill("portal-uploads-many")].sort(),
  );
  expect((await share(session, pdf("x"))).body.error?.reason).toBe("portal-uploads-many");
  expect(stored(world)).toHaveLength(before + 2);
});

test("who may read sees with whom, and is offered nothing", async () => {
  const reader = await apiWith(world, { tasks: ["dossier.view"], reach: "own" });
  expect(await reader.involved.releases(at)).toMatchObject({ canShare: false, canBeShown: true });
});
