import { eq } from "drizzle-orm";
import { carenInvitations } from "@/db/schema/caren";
import { clientAddresses } from "@/db/schema/clients";
import { mails } from "@/db/schema/mails";
import { performOnClient } from "@/server/access/perform";
import type { TaskId } from "@/server/access/tasks";
import { openLetter } from "@/server/caren/invite";
import { codeHashOf, newCode } from "@/server/caren/rules";
import {
  apiAs,
  apiWith,
  contextOf,
  makeEmployee,
  makePlaces,
  openSession,
  signInPortal,
} from "../access/people";
import { makeWorld, type TestWorld } from "../world";

export const OFFICE: readonly TaskId[] = ["caren.view", "caren.edit", "caren.invite", "caren.settings"];
export const PASSWORD = "vier losse woorden hier";
export const OWN = "20001";

/** A world with the places, an address for its clients, and the office of the whole organisation. */
export async function makeCarenHouse(options: { keep?: boolean } = {}) {
  const world = await makeWorld(options);
  await makePlaces(world);
  for (const name of ["own", "below", "beside"])
    await world.db.write((tx) =>
      tx.insert(clientAddresses).values({
        ...{ id: `home-${name}`, clientId: `client-${name}`, kind: "home", street: "Dorpsweg" },
        ...{ houseNumber: "1", postcode: "1234 AB", city: "Ons Dorp" },
      }),
    );
  const office = await apiWith(world, { tasks: OFFICE, reach: "everywhere" });
  let asked = 0;
  const invite = (clientId = OWN) => office.caren.invite({ clientId, requestKey: `invitation-${++asked}` });
  return { world, office, invite };
}

/** Gives the invitation a code that the test knows: the real one stands only in the letter. */
export async function knownCode(world: TestWorld, invitationId: string): Promise<string> {
  const code = newCode();
  await world.db.write((tx) =>
    tx
      .update(carenInvitations)
      .set({ codeHash: codeHashOf(code) })
      .where(eq(carenInvitations.id, invitationId)),
  );
  return code;
}

/** Someone signed in to the portal who is nothing to anyone yet. */
export const guest = async (world: TestWorld, name = "Theo Gast") =>
  apiAs(world, await signInPortal(world, [], { name, passwordHash: "x" }));

export const stranger = (world: TestWorld) => apiAs(world);

/** The letter as who may invite downloads it. */
export async function letterOf(world: TestWorld, invitationId: string): Promise<Buffer> {
  const id = await makeEmployee(world, [{ tasks: ["caren.invite"], reach: "everywhere" }]);
  const { caller } = await contextOf(world, await openSession(world, id));
  const act = { tasks: ["caren.invite"], audit: "caren.letter-downloaded", kind: "mutation" } as const;
  const { file } = await performOnClient(world, caller, act, OWN, (ctx, client) =>
    openLetter(ctx, client, invitationId),
  );
  const chunks: Buffer[] = [];
  for await (const chunk of file.chunks()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export const mailCount = (world: TestWorld) => world.db.read.$count(mails);
