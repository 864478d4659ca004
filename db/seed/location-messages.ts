import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { locations } from "@/db/schema/access";
import { clientLocations, clients } from "@/db/schema/clients";
import { locationMessageRecipients, locationMessages } from "@/db/schema/location-messages";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import { insertMany } from "../insert";
import { demoId } from "./chance";
import { DEMO_PEOPLE } from "./people";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MANAGER = "locatie@kroniek.example";

const SENT = [
  {
    name: "visits",
    to: "OOST",
    days: 26,
    body: `Beste cliënten en familie,

Vanaf 1 november zijn de bezoektijden in alle huizen van Regio Oost weer zoals u gewend bent: elke dag van 10.00 tot 20.00 uur. Bent u verkouden of grieperig? Kom dan liever een andere keer.

Regio Oost`,
    withdrawn: null,
  },
  {
    name: "lift",
    to: "OOST-1",
    days: 9,
    body: `Beste bewoners en familie,

Maandag is de lift de hele dag buiten gebruik.

Team Huis Elzenhof`,
    withdrawn: "De lift is eerder gemaakt.",
  },
  {
    name: "party",
    to: "OOST-1",
    days: 1,
    body: `Beste bewoners en familie,

Op vrijdag 4 december vieren we Sinterklaas in de huiskamer, van 14.00 tot 16.00 uur. U bent van harte welkom. Er is warme chocolademelk.

Komt u met meer dan twee personen? Laat het ons vóór 2 december weten. De foto’s van vorig jaar staan op https://delinde.example/elzenhof.

Team Huis Elzenhof`,
    withdrawn: null,
  },
] as const;

/** Messages that went to those around clients in Oost: one everyone read, one that was taken back, and a new one. */
export async function makeLocationMessages(
  tx: Tx,
  now: number,
  staff: ReadonlyMap<string, string>,
): Promise<void> {
  const [by] = DEMO_PEOPLE.filter(({ email }) => email === MANAGER);
  const sender = { senderId: staff.get(MANAGER) ?? "", sender: `${by?.name}, ${by?.title}` };
  const places = await tx.select().from(locations);
  for (const { name, to, days, body, withdrawn } of SENT) {
    const place = places.find(({ code }) => code === to);
    if (!place) throw new Error(`There is no location ${to}.`);
    const here = [place.id, ...places.filter(({ parentId }) => parentId === place.id).map(({ id }) => id)];
    const people = await tx
      .selectDistinct({
        accountId: portalRelations.accountId,
        clientId: portalRelations.clientId,
        relationId: portalRelations.id,
      })
      .from(portalRelations)
      .innerJoin(portalAccounts, eq(portalAccounts.id, portalRelations.accountId))
      .innerJoin(clientLocations, eq(clientLocations.clientId, portalRelations.clientId))
      .innerJoin(clients, eq(clients.id, portalRelations.clientId))
      .where(
        and(
          inArray(portalRelations.kind, ["network", "client", "representative"]),
          inArray(clientLocations.locationId, here),
          isNull(clientLocations.untilDate),
        ),
      )
      .orderBy(portalRelations.id);
    const sentAt = now - days * DAY;
    const isRead = days > 20 || withdrawn !== null;
    const id = demoId(sentAt, `message/${name}`);
    await tx.insert(locationMessages).values({
      ...{ id, ...sender, body, locationId: place.id, locationName: place.name, places: here },
      ...{ createdAt: sentAt, startedAt: sentAt, sentAt, collectedAt: sentAt },
      ...{ total: people.length, delivered: people.length },
      ...{ expectedClients: new Set(people.map(({ clientId }) => clientId)).size },
      expectedAccounts: new Set(people.map(({ accountId }) => accountId)).size,
      state: withdrawn === null ? "sent" : "withdrawn",
      ...(withdrawn !== null && {
        ...{ withdrawnAt: sentAt + 5 * HOUR, withdrawnBy: sender.sender, withdrawReason: withdrawn },
      }),
      ...{ requestKey: `demo/${name}`, requestDigest: "" },
    });
    await insertMany(
      tx,
      locationMessageRecipients,
      people.map((person) => ({
        ...{ ...person, messageId: id, deliveredAt: sentAt, notice: "sent" as const, noticeAt: sentAt },
        ...(isRead ? { state: "read" as const, readAt: sentAt + 2 * HOUR } : { state: "delivered" as const }),
      })),
    );
  }
}
