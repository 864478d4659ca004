import { expect, it } from "vitest";
import { clients, directives } from "@/db/schema/clients";
import { apiWith, makePlaces } from "../access/people";
import { makeWorld } from "../world";

const everywhere = { tasks: ["client.manage"], reach: "everywhere" } as const;

it("lists clients in the order of the name they are shown by, whichever of their last names that is", async () => {
  const world = await makeWorld();
  const base = { gender: "female", createdAt: 0, changedAt: 0 } as const;
  const names = [
    { lastName: "Wit", prefix: "de", partnerLastName: "Bakker", nameUse: "partner-own" },
    { lastName: "Adema", partnerLastName: "Zwart", nameUse: "partner" },
    { lastName: "Meulen", prefix: "van der", nameUse: "own" },
    { lastName: "Cornelissen", partnerLastName: "Aalbers", nameUse: "own-partner" },
  ] as const;
  await world.db.write((tx) =>
    tx
      .insert(clients)
      .values(names.map((name, index) => ({ ...base, ...name, id: `c${index}`, number: 30_001 + index }))),
  );
  const api = await apiWith(world, everywhere);
  const { lines } = await api.clients.list({});
  expect(lines.map(({ name }) => name)).toEqual([
    "Bakker-de Wit",
    "Cornelissen-Aalbers",
    "Van der Meulen",
    "Zwart",
  ]);
});

it("walks the whole list page by page, each client once", async () => {
  const world = await makeWorld();
  await makePlaces(world);
  const api = await apiWith(world, everywhere);
  const seen: number[] = [];
  let after: { key: string; number: number } | undefined;
  do {
    const page = await api.clients.list({ size: 2, after, sort: "birthDate", descending: true });
    seen.push(...page.lines.map(({ number }) => number));
    after = page.next;
  } while (after);
  expect(seen).toEqual([20005, 20004, 20003, 20002, 20001]);
});

it("finds nobody by signs alone, where an empty search finds everyone", async () => {
  const world = await makeWorld();
  await makePlaces(world);
  const api = await apiWith(world, everywhere);
  expect(await api.clients.list({ search: "%" })).toMatchObject({ lines: [], total: 0 });
  expect((await api.clients.list({ search: " " })).total).toBe(5);
});

it("shows flags only to who may see the dossier", async () => {
  const world = await makeWorld();
  await makePlaces(world);
  const limit = { kind: "treatment", subject: "Reanimeren", decision: "Nee" } as const;
  await world.db.write((tx) => tx.insert(directives).values({ id: "d1", clientId: "client-own", ...limit }));
  const carer = await apiWith(world, { tasks: ["dossier.view"], reach: "own" });
  const office = await apiWith(world, everywhere);
  expect((await carer.clients.header({ clientId: "20001" })).flags).toEqual([
    { kind: "treatment-limit", label: "Niet reanimeren" },
  ]);
  expect((await office.clients.header({ clientId: "20001" })).flags).toEqual([]);
  const kinds = async (api: typeof office) =>
    (await api.clients.personalia({ clientId: "20001" })).cards.map(({ kind }) => kind);
  expect(await kinds(carer)).toContain("directives");
  expect(await kinds(office)).not.toContain("directives");
});
