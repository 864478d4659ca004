import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { carenInvitations, carenSettings } from "@/db/schema/caren";
import { clientAddresses, clients } from "@/db/schema/clients";
import { makeLetter } from "@/server/caren/letter";
import { sealLetter } from "@/server/caren/letter-file";
import { codeHashOf, INVITATION_MS, newCode } from "@/server/caren/rules";
import { titledName } from "@/server/clients/rules";
import type { World } from "@/server/core/world";
import { demoId } from "./chance";
import { DEMO_PEOPLE } from "./people";
import { ORGANISATION } from "./places";

const DAY = 86_400_000;
const OFFICE = "administratie@kroniek.example";
const inWords = new Intl.DateTimeFormat("nl-NL", { dateStyle: "long", timeZone: "Europe/Amsterdam" });

/** The clients of the demo that were invited (CONTRACT.md), and how many days ago. */
const INVITED = [
  { number: 10008, daysAgo: 30 },
  { number: 10009, daysAgo: 60 },
] as const;

async function invite(
  world: World,
  tx: Tx,
  { number, daysAgo }: (typeof INVITED)[number],
  by: { madeBy: string; madeById: string | null },
): Promise<void> {
  const now = world.clock.now();
  const madeAt = now - daysAgo * DAY;
  const expiresAt = madeAt + INVITATION_MS;
  const [client] = await tx.select().from(clients).where(eq(clients.number, number));
  const [home] = await tx
    .select()
    .from(clientAddresses)
    .where(eq(clientAddresses.clientId, client?.id ?? ""));
  if (!client || !home) throw new Error(`Client ${number} has no address.`);
  const address = [`${home.street} ${home.houseNumber}`, `${home.postcode}  ${home.city?.toUpperCase()}`];
  const code = newCode();
  const open = expiresAt > now;
  const letter = open && {
    organisation: ORGANISATION,
    ...{ to: titledName(client), address, code },
    ...{ date: inWords.format(madeAt), until: inWords.format(expiresAt - DAY) },
    page: `${world.env.publicUrl}/caren/activate`,
  };
  await tx.insert(carenInvitations).values({
    ...{ id: demoId(now, `caren/${number}`), clientId: client.id, codeHash: codeHashOf(code), ...by },
    ...{ madeAt, expiresAt, address: address.join(", ") },
    ...(letter
      ? await sealLetter(world, await makeLetter(letter))
      : { ended: "expired", endedAt: expiresAt }),
  });
}

/** Caren in the demo: its communication options on, one invitation open and one over. */
export async function makeCaren(world: World, tx: Tx, staff: ReadonlyMap<string, string>): Promise<void> {
  const [office] = DEMO_PEOPLE.filter(({ email }) => email === OFFICE);
  const [chief] = DEMO_PEOPLE.filter(({ email }) => email === "beheer@kroniek.example");
  await tx.insert(carenSettings).values({
    ...{ id: "caren", driver: "embedded", messagesToNetwork: true, messagesToClient: true },
    ...{ changedAt: world.clock.now(), changedBy: `${chief?.name}, ${chief?.title}` },
  });
  const by = { madeBy: `${office?.name}, ${office?.title}`, madeById: staff.get(OFFICE) ?? null };
  for (const each of INVITED) await invite(world, tx, each, by);
}
