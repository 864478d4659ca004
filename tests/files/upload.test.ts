import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { POST as download } from "@/app/api/documents/[documentId]/route";
import { documents } from "@/db/schema/dossier/documents";
import { files } from "@/db/schema/files";
import type { TaskId } from "@/server/access/tasks";
import { setRunning } from "@/server/core/world";
import { assertQuota, CLIENT_QUOTA } from "@/server/files/intake";
import { DOCUMENT_FILE } from "@/server/files/kinds";
import { sweepFiles } from "@/server/files/store";
import { filesUnderWay } from "@/server/files/under-way";
import {
  CLIENTS,
  entriesOf,
  makeEmployee,
  makePlaces,
  openSession,
  type PlaceName,
  takeTask,
} from "../access/people";
import { cookieOf, ORIGIN, OWN_HEADERS } from "../api/post";
import { makeWorld, type TestWorld } from "../world";
import { jpg, pdf, zip } from "./papers";
import { framed, type Sent, send, stored, streamed, TYPE } from "./uploading";

const CANARY = "Kanarie-in-brief";
let world: TestWorld;
let logged: string[];
let writer: string;
let session: string;

beforeEach(async () => {
  world = await makeWorld();
  logged = [];
  world.log = (message, facts) => logged.push(JSON.stringify([message, facts]));
  setRunning({ world });
  await makePlaces(world);
  writer = await makeEmployee(world, [{ tasks: ["dossier.edit", "dossier.view"], reach: "own" }]);
  session = await openSession(world, writer);
});

type Changes = Record<string, unknown> & { values?: Record<string, unknown> };
const fieldsOf = (bytes: number, changes: Changes = {}) => ({
  clientId: String(CLIENTS.own),
  requestKey: "sleutel-0001",
  fileName: "Brief huisarts.pdf",
  bytes,
  ...changes,
  values: {
    title: CANARY,
    label: "letter",
    writtenOn: "2026-11-20",
    author: "Huisartsenpraktijk De Brink",
    note: "",
    ...changes.values,
  },
});

const upload = (file: Buffer, changes: Changes = {}, as: string | undefined = session) =>
  send(world, as, streamed(framed(fieldsOf(file.length, changes), file)));

const sessionOf = async (reach: PlaceName | "everywhere", ...tasks: TaskId[]) =>
  openSession(world, await makeEmployee(world, [{ tasks, reach }]));

const entries = () => world.db.read.select().from(documents);
const nothingKept = async () =>
  expect([
    stored(world),
    await entries(),
    await world.db.read.select().from(files),
    [...filesUnderWay()],
  ]).toEqual([[], [], [], []]);
const reason = ({ status, body }: Sent) => [status, body.error?.reason];

test("a document is filed under its label with the very bytes, sealed on disk, and the log says so without its words", async () => {
  const file = pdf(CANARY);
  let sent: Sent | undefined;
  const rows = await entriesOf(world, async () => {
    sent = await upload(file);
  });
  expect(sent?.status).toBe(200);
  const [entry] = await entries();
  expect(entry).toMatchObject({
    id: sent?.body.entryId,
    clientId: "client-own",
    title: CANARY,
    label: "letter",
    fileName: "Brief huisarts.pdf",
    mime: "application/pdf",
    bytes: file.length,
    writtenOn: "2026-11-20",
    status: "current",
    note: null,
    version: 1,
    recordedById: writer,
  });
  expect(rows.map(({ event, outcome }) => [event, outcome])).toEqual([["dossier.document-uploaded", "done"]]);
  expect(JSON.stringify([rows, logged, world.sent])).not.toMatch(/Kanarie|huisarts/i);
  const [name = ""] = stored(world);
  expect([stored(world).length, name]).toEqual([1, entry?.fileId]);
  expect(readFileSync(join(world.env.dataDir, "files", name)).includes(CANARY)).toBe(false);
  expect(filesUnderWay().size).toBe(0);
  const request = new Request(`${ORIGIN}/`, {
    method: "POST",
    headers: { ...OWN_HEADERS, cookie: await cookieOf(world, session) },
  });
  const response = await download(request, { params: Promise.resolve({ documentId: entry?.id ?? "" }) });
  expect(Buffer.from(await response.arrayBuffer()).equals(file)).toBe(true);
});

test("a double click stores once, also when both are under way, and leaves one file", async () => {
  const [one, two] = await Promise.all([upload(pdf()), upload(pdf())]);
  const three = await upload(pdf());
  expect(new Set([one, two, three].map(({ body }) => body.entryId)).size).toBe(1);
  expect([(await entries()).length, stored(world).length, filesUnderWay().size]).toEqual([1, 1, 0]);
});

test("the same key with another file or other words is refused and keeps what was filed", async () => {
  await upload(pdf());
  expect(reason(await upload(pdf(), { values: { title: "Andere brief" } }))).toEqual([409, "request-reused"]);
  const one = pdf("een");
  const same = { requestKey: "sleutel-0002" };
  await upload(one, same);
  expect(reason(await upload(pdf("wee"), same))).toEqual([409, "request-reused"]);
  expect([(await entries()).length, stored(world).length, filesUnderWay().size]).toEqual([2, 2, 0]);
});

test("a name that is dangerous elsewhere is kept as a safe one", async () => {
  await upload(pdf(), { fileName: "..\\..\\con.pdf" });
  expect((await entries())[0]?.fileName).toBe("_.._con.pdf");
});

describe("nothing is kept of", () => {
  test.each<[string, Buffer, Changes, string]>([
    ["a file of another kind", zip(), { fileName: "alles.zip" }, "file-archive"],
    ["a web page under a PDF's name", Buffer.from("<html>"), {}, "file-web"],
    [
      "a photo that is a zip as well",
      Buffer.concat([jpg(), zip()]),
      { fileName: "foto.jpg" },
      "file-hides-more",
    ],
    ["an empty file", Buffer.alloc(0), {}, "file-empty"],
    ["a document without a title", pdf(), { values: { title: " " } }, "entry-invalid"],
    ["a document under a label nobody has", pdf(), { values: { label: "geheim" } }, "entry-invalid"],
    ["a document of a day to come", pdf(), { values: { writtenOn: "2027-01-01" } }, "entry-invalid"],
    ["a document that says more than its form asks", pdf(), { values: { fileId: "x" } }, "input-invalid"],
    ["a document of a day that cannot be", pdf(), { values: { writtenOn: "2026-02-31" } }, "entry-invalid"],
  ])("%s", async (_, file, changes, why) => {
    const sent = await upload(file, changes);
    expect(reason(sent)).toEqual([400, why]);
    expect(sent.body.error?.message).toMatch(/\.$/);
    await nothingKept();
  });

  test("what is said to be larger than the cap: its bytes are not even read", async () => {
    const sent = await upload(pdf(), { bytes: DOCUMENT_FILE.cap + 1 });
    expect(reason(sent)).toEqual([400, "file-too-large"]);
    await nothingKept();
  });

  test("what turns out larger than the cap: the stream is cut there", async () => {
    let given = 0;
    const head = framed(fieldsOf(1_000), pdf());
    const endless = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          controller.enqueue(given === 0 ? head : new Uint8Array(1024 * 1024));
          given += 1;
        },
      },
      { highWaterMark: 0 },
    );
    const sent = await send(world, session, endless);
    expect(reason(sent)).toEqual([400, "file-too-large"]);
    // The cap, and what is read on so that a browser hears why; never to the end.
    expect(given).toBeLessThan(64);
    expect(sent.headers.get("connection")).toBe("close");
    await nothingKept();
  });

  test("an upload whose line breaks", async () => {
    const file = pdf("x".repeat(50_000));
    const broken = await send(world, session, streamed(framed(fieldsOf(file.length), file), 1_000, 9_000));
    expect(reason(broken)).toEqual([400, "upload-broken"]);
    await nothingKept();
  });

  test("an upload that ends before all of it came", async () => {
    const file = pdf();
    const sent = await send(world, session, framed(fieldsOf(file.length + 1), file));
    expect(reason(sent)).toEqual([400, "upload-broken"]);
    await nothingKept();
  });

  test("an upload whose right was taken away while it came", async () => {
    const file = pdf("x".repeat(20_000));
    const whole = framed(fieldsOf(file.length), file);
    let at = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          if (at === 5_000) await takeTask(world, writer);
          if (at >= whole.length) return controller.close();
          controller.enqueue(whole.subarray(at, at + 1_000));
          at += 1_000;
        },
      },
      { highWaterMark: 0 },
    );
    const sent = await send(world, session, body);
    expect([sent.status, (await entries()).length]).toEqual([403, 0]);
    await nothingKept();
  });
});

test("a client is kept within its quota, and one byte more is refused", async () => {
  await world.db.write((tx) =>
    tx.insert(files).values({
      ...{ id: "much", clientId: "client-own", mime: "application/pdf", sha256: "x", wrappedKey: "x" },
      ...{ bytes: CLIENT_QUOTA - pdf().length, createdAt: 0 },
    }),
  );
  expect((await upload(pdf())).status).toBe(200);
  expect(reason(await upload(pdf(), { requestKey: "sleutel-0002" }))).toEqual([403, "file-quota"]);
  await expect(assertQuota(world.db.read, "client-below", CLIENT_QUOTA)).resolves.toBeUndefined();
  expect(stored(world).length).toBe(1);
});

test.each<[string, () => Promise<string | undefined>, number, string]>([
  ["a stranger", async () => undefined, 401, "not-signed-in"],
  ["who may only read", () => sessionOf("own", "dossier.view"), 403, "task-missing"],
  ["who may write elsewhere", () => sessionOf("beside", "dossier.edit"), 404, "not-found"],
])("%s is refused before a byte of the file is read, and it is logged", async (_, as, status, why) => {
  const sessionId = await as();
  let read = 0;
  const file = pdf();
  const parts = [framed(fieldsOf(file.length), Buffer.alloc(0)), file];
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        const part = parts[read];
        read += 1;
        if (part) controller.enqueue(part);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const rows = await entriesOf(world, async () => {
    expect(reason(await send(world, sessionId, body))).toEqual([status, why]);
  });
  expect(rows.map(({ event, outcome, detail }) => [event, outcome, detail])).toEqual([
    ["dossier.document-uploaded", "refused", why],
  ]);
  await nothingKept();
});

test.each([String(CLIENTS.beside), "client-beside", "29999", "999990019", ""])(
  "a document for client %j, who is not in reach, is 404",
  async (clientId) => {
    expect(reason(await upload(pdf(), { clientId }))).toEqual([404, "not-found"]);
    await nothingKept();
  },
);

test("of what a stranger sends not a byte is read", async () => {
  let read = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        read += 1;
        controller.enqueue(new Uint8Array(1));
      },
    },
    { highWaterMark: 0 },
  );
  expect(reason(await send(world, undefined, body))).toEqual([401, "not-signed-in"]);
  expect(read).toBe(0);
});

test("a request key of one client gives nothing at another", async () => {
  await upload(pdf());
  const other = await upload(pdf(), { clientId: String(CLIENTS.below) });
  expect(reason(other)).toEqual([400, "input-invalid"]);
  expect([(await entries()).length, stored(world).length]).toEqual([1, 1]);
});

test.each<[string, Record<string, string>]>([
  ["from another site", { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" }],
  ["as a form would send it", { "content-type": "multipart/form-data; boundary=x" }],
  ["as plain text", { "content-type": "text/plain" }],
  ["without our header", { "x-kroniek": "" }],
])("an upload sent %s is refused", async (_, headers) => {
  const body = framed(fieldsOf(pdf().length), pdf());
  expect(reason(await send(world, session, body, { "content-type": TYPE, ...headers }))).toEqual([
    403,
    "request-foreign",
  ]);
  await nothingKept();
});

test.each<[string, Buffer<ArrayBuffer>]>([
  ["no fields", Buffer.alloc(0)],
  ["a length without fields", Buffer.from([0, 0, 1, 0, 1])],
  ["a length nobody may claim", Buffer.from([255, 255, 255, 255, 1])],
  ["fields that are no JSON", framed("{", pdf())],
  ["fields of another form", framed({ clientId: { $ne: null } }, pdf())],
])("an upload with %s is refused and keeps nothing", async (_, body) => {
  expect((await send(world, session, body)).status).toBe(400);
  await nothingKept();
});

test("files nobody knows are swept, those that are coming in and those that have an owner stay", async () => {
  await upload(pdf());
  const folder = join(world.env.dataDir, "files");
  for (const name of ["stray", "half.part", "coming", "coming.part"]) writeFileSync(join(folder, name), "x");
  filesUnderWay().add("coming");
  expect(await sweepFiles(world)).toBe(2);
  filesUnderWay().delete("coming");
  const [entry] = await world.db.read.select().from(files).where(eq(files.clientId, "client-own"));
  expect(stored(world).sort()).toEqual(["coming", "coming.part", entry?.id].sort());
});
