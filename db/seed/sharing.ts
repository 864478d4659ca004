import type { Tx } from "@/db/client";
import { dossierRoles } from "@/db/schema/sharing";
import { insertMany } from "../insert";
import type { Calendar } from "./calendar";
import { demoId, makeChance } from "./chance";
import { colleagueAt } from "./colleagues";
import type { DemoClient } from "./demo-client";
import { clientIdOf } from "./rows";

type Row = typeof dossierRoles.$inferInsert;

const OWNER = "regie@kroniek.example";
const CARER = "zorg@kroniek.example";
/** From here on a carer works along in some dossiers. */
const SHARED_FROM = 10_030;
/** The empty dossier has no owner either: it is one of those that ask for one. */
const WITHOUT = 10_010;
/** Who had a role once, and no longer has. */
const WITH_PAST = 10_001;

/** The roles in one dossier. Who leads treatment in the east owns nearly all dossiers of who is in care there. */
function rolesOf(demo: DemoClient, calendar: Calendar, staff: ReadonlyMap<string, string>): Row[] {
  const { number, location, row } = demo;
  if (number === WITHOUT || row.outOfCareSince || !location.startsWith("OOST")) return [];
  const choice = makeChance(`sharing/${number}`);
  const by = colleagueAt(choice, location, "physician").name;
  const since = row.inCareSince ?? calendar.day(30);
  const role = (email: string, given: Pick<Row, "role"> & Partial<Row>): Row => ({
    id: demoId(calendar.now, `dossier-role/${number}/${email}`),
    clientId: clientIdOf(demo, calendar.now),
    employeeId: staff.get(email) ?? "",
    fromDate: since,
    givenAt: Date.parse(`${since}T10:30:00Z`),
    givenBy: by,
    ...given,
  });
  const rows: Row[] = [];
  if (number < WITHOUT || choice.chance(0.92)) rows.push(role(OWNER, { role: "owner" }));
  if (number >= SHARED_FROM && location === "OOST-1" && choice.chance(0.15))
    rows.push(role(CARER, { role: "collaborator" }));
  if (number === WITH_PAST) {
    const ended = { endedAt: calendar.at(200, 615), endedBy: by, endReason: "removed" as const };
    rows.push(role(CARER, { role: "viewer", ...ended }));
  }
  return rows;
}

/** Who has which role in which dossier of the demo; the therapist from outside has none until someone shares. */
export async function makeDossierRoles(
  tx: Tx,
  cast: readonly DemoClient[],
  calendar: Calendar,
  staff: ReadonlyMap<string, string>,
): Promise<void> {
  await insertMany(
    tx,
    dossierRoles,
    cast.flatMap((demo) => rolesOf(demo, calendar, staff)),
  );
}
