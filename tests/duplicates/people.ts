import { eq } from "drizzle-orm";
import { clientAddresses, clientLocations, clients } from "@/db/schema/clients";
import type { World } from "@/server/core/world";
import type { apiWith, Holding, PlaceName } from "../access/people";

/** Who merges: both tasks, everywhere. */
export const MERGER: Holding = { tasks: ["client.manage", "client.merge"], reach: "everywhere" };

type Fields = Partial<typeof clients.$inferInsert>;

/** One person, as the desk wrote them down at first. */
export const TRUUS: Fields = {
  ...{ firstNames: "Geertruida Maria", initials: "G.M.", callName: "Truus", prefix: "van der" },
  ...{ lastName: "Meulen", gender: "female", birthDate: "1941-03-09", phone: "030-2345678" },
};

/** A client somewhere. @returns their id */
export async function makeClient(world: World, number: number, fields: Fields, at: PlaceName = "own") {
  const id = `client-${number}`;
  const now = world.clock.now();
  await world.db.write(async (tx) => {
    await tx.insert(clients).values({
      ...({
        lastName: "Onbekend",
        nameUse: "own",
        gender: "unknown",
        createdAt: now,
        changedAt: now,
      } as const),
      ...fields,
      ...{ id, number },
    });
    await tx
      .insert(clientLocations)
      .values({ id: `stay-${number}`, clientId: id, locationId: at, fromDate: "2024-01-01" });
  });
  return id;
}

export const change = (world: World, number: number, fields: Fields) =>
  world.db.write((tx) => tx.update(clients).set(fields).where(eq(clients.number, number)));

/** Where a client lives. */
export const moveInto = (world: World, number: number, street: string) =>
  world.db.write(async (tx) => {
    const clientId = `client-${number}`;
    await tx.delete(clientAddresses).where(eq(clientAddresses.clientId, clientId));
    const home = { id: `home-${number}`, clientId, kind: "home", street, houseNumber: "1" } as const;
    await tx.insert(clientAddresses).values({ ...home, postcode: "3512 AB", city: "Utrecht" });
  });

type Api = Awaited<ReturnType<typeof apiWith>>;

/** The pairs a reader is shown, as client numbers. */
export async function pairsOf(api: Api, show: "open" | "dismissed" = "open") {
  const { pairs } = await api.duplicates.list({ show });
  return pairs.map(({ left, right }) => [left.number, right.number]);
}

/** The first pair as it is shown, to answer. */
export async function firstPair(api: Api, show: "open" | "dismissed" = "open") {
  const [pair] = (await api.duplicates.list({ show })).pairs;
  if (!pair) throw new Error("There is no pair.");
  return { left: pair.left.number, right: pair.right.number, stamp: pair.stamp };
}
