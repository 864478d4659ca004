import { and, asc, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clientLocations, clients } from "@/db/schema/clients";
import { emergencyAccesses } from "@/db/schema/sharing";
import { insertMany } from "../insert";
import { demoId } from "./chance";
import { DEMO_PEOPLE } from "./people";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Two dossiers at WEST that someone of OOST opened by the emergency procedure: one reviewed, one that waits for it. */
export async function makeEmergencies(
  tx: Tx,
  now: number,
  staff: ReadonlyMap<string, string>,
  location: string | undefined,
): Promise<void> {
  const person = (email: (typeof DEMO_PEOPLE)[number]["email"]) => {
    const { name, title } = DEMO_PEOPLE.find((each) => each.email === email) ?? { name: "", title: "" };
    return { id: staff.get(email) ?? "", signed: `${name}, ${title}` };
  };
  const [user, reviewer] = [person("regie@kroniek.example"), person("audit@kroniek.example")];
  const [first, second] = await tx
    .select({ id: clients.id })
    .from(clients)
    .innerJoin(clientLocations, eq(clientLocations.clientId, clients.id))
    .where(and(eq(clientLocations.locationId, location ?? ""), isNull(clients.outOfCareSince)))
    .orderBy(asc(clients.number))
    .limit(2);
  if (!first || !second) throw new Error("The emergencies of the demo need two clients at this location.");
  const opened = (clientId: string, openedAt: number, minutes: number, reason: string) => ({
    ...{ id: demoId(openedAt, `emergency/${clientId}`), clientId, reason },
    ...{ employeeId: user.id, employeeName: user.signed },
    ...{ openedAt, until: openedAt + minutes * MINUTE },
  });
  const reviewedAt = now - 10 * DAY;
  await insertMany(tx, emergencyAccesses, [
    {
      ...opened(
        first.id,
        reviewedAt - 26 * 60 * MINUTE,
        35,
        "Avonddienst voor WEST waargenomen: cliënt viel, medicatie en allergieën nodig voor de ambulance.",
      ),
      ...{
        reviewedAt,
        reviewedBy: reviewer.signed,
        reviewedById: reviewer.id,
        verdict: "justified" as const,
      },
      reviewNote: "Bevestigd door de teamleider van WEST. Alleen medicatie en allergieën bekeken.",
    },
    opened(
      second.id,
      now - 2 * DAY,
      60,
      "Cliënt belde in paniek naar de wacht, eigen behandelaar niet bereikbaar. Signaleringsplan nodig.",
    ),
  ]);
}
