import Database from "libsql";
import { expect, test } from "vitest";
import { measurements } from "@/db/schema/dossier/measurements";
import { reports } from "@/db/schema/dossier/reports";
import { DossierReader } from "@/server/export/dossier-reader";
import { makePlaces } from "../access/people";
import { makeWorld, type TestWorld } from "../world";

const ENTRY = { clientId: "client-own", recordedAt: 1, recordedBy: "Iemand" };
const NUMBERS = [
  ...[0, -0, 5, 36.6, 0.1 + 0.2, 1 / 3, -2 / 3, 1e21, 1e-7, 123456789.12345679, 2 ** 53, 2 ** 53 + 2],
  ...[Number.MAX_VALUE, Number.MIN_VALUE, Number.EPSILON, 4.35, 0.615, 1.005, 9007199254740992e3],
  // Doubles that look like none: a fixed walk through the whole range.
  ...Array.from({ length: 2_000 }, (_, at) => Math.sin(at + 1) * 10 ** ((at % 600) - 300)),
];
const TEXTS = [
  ...'\u0001 \u001f \u007f \u0000na \ufffe \\ " / \b\f\n\r\t'.split(" "),
  ...["", " ", "null", "[1]", "'Inf'", "é 👩🏽‍⚕️ 張先生 שלום \u2028\u2029", "x".repeat(100_000)],
];

function readerOn(world: TestWorld): DossierReader {
  const { file, encryptionKey } = world.db;
  const options = { timeout: 50, ...(encryptionKey !== undefined && { encryptionKey }) };
  return new DossierReader(
    new Database(file, options as ConstructorParameters<typeof Database>[1]),
    ENTRY.clientId,
  );
}

test("every number and text comes out of a page of entries as it went in", async () => {
  const world = await makeWorld();
  await makePlaces(world);
  await world.db.write(async (tx) => {
    for (const [at, value] of NUMBERS.entries()) {
      await tx.insert(measurements).values({
        ...{ ...ENTRY, id: `m${at}`, moment: at, category: "vital", instrument: "x", name: "x", value },
        ...{ items: [], status: "final" },
      });
    }
    for (const [at, text] of TEXTS.entries()) {
      await tx.insert(reports).values({
        ...{ ...ENTRY, id: `r${at}`, moment: at, category: "care", discipline: "nurse", text },
        ...{ expertises: ["a", text], hidden: at % 2 === 0 },
      });
    }
  });
  const reader = readerOn(world);
  const numbers = [...reader.entries<typeof measurements.$inferSelect>(measurements)].flat();
  expect(numbers.map(({ value }) => value)).toEqual(NUMBERS.map((value) => value + 0));
  const texts = [...reader.entries<typeof reports.$inferSelect>(reports)].flat();
  expect(texts.map(({ text, expertises, hidden }) => [text, expertises, hidden])).toEqual(
    TEXTS.map((text, at) => [text, ["a", text], at % 2 === 0]),
  );
});
