import { beforeEach, expect, test } from "vitest";
import { POST } from "@/app/api/documents/[documentId]/preview/route";
import { documents } from "@/db/schema/dossier/documents";
import type { TaskId } from "@/server/access/tasks";
import { setRunning } from "@/server/core/world";
import { prepareFile, storeFile } from "@/server/files/store";
import { entriesOf, makeEmployee, makePlaces, openSession, type PlaceName } from "../access/people";
import { cookieOf, ORIGIN, OWN_HEADERS } from "../api/post";
import { makeWorld, type TestWorld } from "../world";
import { pdf } from "./papers";

let world: TestWorld;
const kinds = ["application/pdf", "image/png", "image/jpeg", "text/plain"];
const others = ["text/html", "image/svg+xml", "application/octet-stream", "application/xhtml+xml"];

beforeEach(async () => {
  world = await makeWorld();
  setRunning({ world });
  await makePlaces(world);
  await world.db.write(async (tx) => {
    for (const mime of [...kinds, ...others]) {
      const file = prepareFile(0, { mime, bytes: pdf(mime) });
      await storeFile(world, tx, "client-own", file);
      await tx.insert(documents).values({
        ...{ id: mime, clientId: "client-own", moment: 0, recordedAt: 0, recordedBy: "Iemand" },
        ...{ title: "Brief", label: "letter", status: "current" as const, fileName: "brief.pdf" },
        fileId: file.fileId,
      });
    }
  });
});

async function look(id: string, reach: PlaceName = "own", ...tasks: TaskId[]) {
  const employee = await makeEmployee(world, [{ tasks: tasks.length > 0 ? tasks : ["dossier.view"], reach }]);
  const cookie = await cookieOf(world, await openSession(world, employee));
  const request = new Request(`${ORIGIN}/`, { method: "POST", headers: { ...OWN_HEADERS, cookie } });
  return POST(request, { params: Promise.resolve({ documentId: id }) });
}

test.each(kinds)(
  "%s is given to the page that shows it, as an attachment, and logged as viewed",
  async (mime) => {
    const rows = await entriesOf(world, async () => {
      const response = await look(mime);
      const { headers } = response;
      expect([response.status, headers.get("content-type"), headers.get("x-content-type-options")]).toEqual([
        200,
        mime,
        "nosniff",
      ]);
      expect(headers.get("content-disposition")).toMatch(/^attachment/);
      expect(Buffer.from(await response.arrayBuffer()).equals(pdf(mime))).toBe(true);
    });
    expect(rows.map(({ event, outcome }) => [event, outcome])).toEqual([
      ["dossier.document-previewed", "done"],
    ]);
  },
);

test.each(others)("%s, which an import may have brought, is not shown in a page", async (mime) => {
  const response = await look(mime);
  expect(response.status).toBe(403);
  expect((await response.json()).error.message).toMatch(/Download het/);
});

test("out of reach, unknown, and without the task are 404 and logged", async () => {
  const rows = await entriesOf(world, async () => {
    expect((await look("text/plain", "beside")).status).toBe(404);
    expect((await look("no such document")).status).toBe(404);
    expect((await look("text/plain", "own", "dossier.edit")).status).toBe(404);
  });
  expect(rows.map(({ event, outcome }) => [event, outcome])).toEqual(
    Array.from({ length: 3 }, () => ["dossier.document-previewed", "refused"]),
  );
});
