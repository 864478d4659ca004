import { beforeEach, expect, it } from "vitest";
import { documents } from "@/db/schema/dossier/documents";
import { performOnClient } from "@/server/access/perform";
import { documentOwner, openDocument } from "@/server/dossier/document";
import { prepareFile, storeFile } from "@/server/files/store";
import { contextOf, makeEmployee, makePlaces, newestEntry, openSession } from "../access/people";
import { makeWorld, type TestWorld } from "../world";

const act = { tasks: ["dossier.view"], audit: "dossier.document-downloaded", kind: "query" } as const;
const content = Buffer.from("Getekend op 8 maart.");
let world: TestWorld;

beforeEach(async () => {
  world = await makeWorld();
  await makePlaces(world);
  const file = prepareFile(0, { mime: "text/plain", bytes: content });
  const base = { moment: 0, recordedAt: 0, recordedBy: "Iemand", label: "other", status: "current" } as const;
  await world.db.write(async (tx) => {
    await storeFile(world, tx, "client-own", file);
    await tx.insert(documents).values([
      {
        ...base,
        id: "doc",
        clientId: "client-own",
        title: "Brief",
        fileName: "brief.txt",
        fileId: file.fileId,
      },
      { ...base, id: "paper", clientId: "client-own", title: "Op papier" },
    ]);
  });
});

async function callerAt(reach: "own" | "beside") {
  const employee = await makeEmployee(world, [{ tasks: ["dossier.view"], reach }]);
  return (await contextOf(world, await openSession(world, employee))).caller;
}

async function open(reach: "own" | "beside", number: string, entryId: string) {
  return performOnClient(world, await callerAt(reach), act, number, (ctx, client) =>
    openDocument(ctx, client, entryId),
  );
}

it("gives the very bytes that were stored, under their name, and logs which document", async () => {
  const { file, name, mime } = await open("own", await documentOwner(world.db.read, "doc"), "doc");
  const chunks: Buffer[] = [];
  for await (const chunk of file.chunks()) chunks.push(chunk);
  expect([name, mime, Buffer.concat(chunks).toString()]).toEqual([
    "brief.txt",
    "text/plain",
    content.toString(),
  ]);
  expect((await newestEntry(world))?.objects).toContain("document:doc");
});

it("refuses a document through another client, out of reach, unknown, or that never came along", async () => {
  await expect(open("own", "20002", "doc")).rejects.toMatchObject({ reason: "not-found" });
  expect((await newestEntry(world))?.objects).toEqual(["client:client-below"]);
  await expect(open("beside", "20001", "doc")).rejects.toMatchObject({ reason: "not-found" });
  await expect(open("own", "20001", "nothing")).rejects.toMatchObject({ reason: "not-found" });
  await expect(open("own", "20001", "paper")).rejects.toMatchObject({ reason: "not-found" });
  expect(await documentOwner(world.db.read, "nothing")).toBe("");
});
