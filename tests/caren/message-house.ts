import { and, eq } from "drizzle-orm";
import { carenSettings } from "@/db/schema/caren";
import { locationMessageRecipients, locationMessages } from "@/db/schema/location-messages";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import { collectNext, deliverNext } from "@/inngest/location-messages";
import type { World } from "@/server/core/world";
import {
  apiAs,
  type Bond,
  makeEmployee,
  makePlaces,
  openSession,
  type PlaceName,
  signInPortal,
  takeTask,
} from "../access/people";
import { makeWorld } from "../world";

const NOW = { changedAt: 0, changedBy: "Iemand", version: 1 };

/** Turns the communication options on or off. */
export async function options(world: World, network: boolean, client = false): Promise<void> {
  const chosen = { messagesToNetwork: network, messagesToClient: client, driver: "embedded" as const };
  await world.db.write((tx) =>
    tx
      .insert(carenSettings)
      .values({ id: "caren", ...chosen, ...NOW })
      .onConflictDoUpdate({ target: carenSettings.id, set: chosen }),
  );
}

/** Places with their clients, someone who sends messages at `own` and below it, and people around the clients. */
export async function messageHouse(reach: PlaceName | "everywhere" = "own") {
  const world = await makeWorld();
  await makePlaces(world);
  await options(world, true);
  const senderId = await makeEmployee(world, [{ tasks: ["caren.view", "caren.bulk-message"], reach }], {
    name: "Anouk van Leeuwen",
    title: "locatiemanager",
  });
  const session = await openSession(world, senderId);
  let made = 0;
  /** Someone in the portal, linked as said. */
  const person = async (bonds: readonly Bond[], fields: Partial<typeof portalAccounts.$inferInsert> = {}) => {
    made += 1;
    const email = `naaste-${made}@post.example`;
    const own = await signInPortal(world, bonds, {
      ...{ name: `Naaste ${made}`, email, passwordHash: "set" },
      ...fields,
    });
    const [row] = await world.db.read
      .select()
      .from(portalAccounts)
      .where(eq(portalAccounts.email, fields.email ?? email));
    return { accountId: row?.id ?? "", email, api: () => apiAs(world, own) };
  };
  const api = () => apiAs(world, session);
  let asked = 0;
  const message = {
    ...{ location: "OWN" as string | null, body: "Beste familie,\nVrijdag vieren we feest." },
    ...{ scheduledAt: null as number | null, seenClients: 1, seenAccounts: 1 },
  };
  /** Sends a message, nothing of it delivered yet. @returns its id */
  const send = async (given: Partial<typeof message> = {}): Promise<string> => {
    asked += 1;
    world.clock.advance(1);
    const request = { ...message, ...given, requestKey: `request-${asked}` };
    return (await (await api()).locationMessages.send(request)).messageId;
  };
  /** Does all the work there is for a message, as the job does. */
  const deliver = async (messageId: string): Promise<void> => {
    while (!(await collectNext(world, messageId)));
    while (await deliverNext(world, messageId));
  };
  const rows = (messageId: string) =>
    world.db.read
      .select()
      .from(locationMessageRecipients)
      .where(eq(locationMessageRecipients.messageId, messageId));
  const row = async (messageId: string) => {
    const [found] = await world.db.read
      .select()
      .from(locationMessages)
      .where(eq(locationMessages.id, messageId));
    if (!found) throw new Error("no message");
    return found;
  };
  const unlink = (accountId: string) =>
    world.db.write((tx) =>
      tx
        .update(portalRelations)
        .set({ endedAt: world.clock.now() })
        .where(and(eq(portalRelations.accountId, accountId))),
    );
  return {
    ...{ world, senderId, person, api, message, send, deliver, rows, row, unlink },
    loseRight: () => takeTask(world, senderId),
  };
}
