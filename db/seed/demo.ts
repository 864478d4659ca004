import type { Tx } from "@/db/client";
import { employees, grants, locations, roles } from "@/db/schema/access";
import { consentDecisions } from "@/db/schema/consent";
import { partVisits } from "@/db/schema/dossier/drafts";
import { entryVersions } from "@/db/schema/dossier/versions";
import { installation } from "@/db/schema/installation";
import { mails } from "@/db/schema/mails";
import { hashPassword } from "@/server/auth/password";
import type { World } from "@/server/core/world";
import { markDemo } from "@/server/demo-mark";
import { storeFile } from "@/server/files/store";
import { insertMany } from "../insert";
import { makeCalendar } from "./calendar";
import { makeCaren } from "./caren";
import { castOf } from "./cast";
import { demoId } from "./chance";
import { addClientRecords } from "./client-records";
import { SIGNATURES } from "./colleagues";
import { demoConsents } from "./consents";
import { demoDossier } from "./dossier";
import { findDuplicates } from "./duplicates";
import { makeEmergencies } from "./emergencies";
import { demoHistory } from "./history";
import { makeInvolved } from "./involved";
import { makeLocationMessages } from "./location-messages";
import { demoMails } from "./mails";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "./people";
import { DEMO_LOCATIONS, ORGANISATION } from "./places";
import { makePortalPeople } from "./portal";
import { makeQuestionnaires } from "./questionnaires";
import { clientIdOf, PERSON_TABLES, personRows, subjectOf } from "./rows";
import { makeDossierRoles } from "./sharing";

/** Makes the location tree. @returns code → id */
async function makeLocations(tx: Tx, now: number): Promise<Map<string, string>> {
  const ids = new Map<string, string>(
    DEMO_LOCATIONS.map(({ code }) => [code, demoId(now, `location/${code}`)]),
  );
  const rows = DEMO_LOCATIONS.map(({ code, name, under }) => ({
    id: demoId(now, `location/${code}`),
    code,
    name,
    parentId: under && (ids.get(under) ?? null),
  }));
  await insertMany(tx, locations, rows);
  return ids;
}

/** Makes those who can sign in, with role and reach. @returns sign-in name → id */
async function makeStaff(
  tx: Tx,
  now: number,
  passwordHash: string,
  places: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const roleIds = new Map((await tx.select().from(roles)).map((role) => [role.name, role.id]));
  const ids = new Map<string, string>();
  for (const { email, name, title, reach, expertises } of DEMO_PEOPLE) {
    const id = demoId(now, `employee/${email}`);
    ids.set(email, id);
    await tx.insert(employees).values({
      ...{ id, email, name, title, passwordHash },
      expertises: [...expertises],
      demo: true,
      createdAt: now,
    });
    const roleId = roleIds.get(title);
    if (!roleId) throw new Error(`There is no role "${title}". Roles are made before the demo.`);
    await tx.insert(grants).values({
      id: demoId(now, `grant/${email}`),
      employeeId: id,
      roleId,
      everywhere: reach === "everywhere",
      locationId: places.get(reach) ?? null,
    });
  }
  return ids;
}

async function makeClients(
  world: World,
  tx: Tx,
  places: Map<string, string>,
  staff: ReadonlyMap<string, string>,
): Promise<void> {
  const now = world.clock.now();
  const authors = new Map([...SIGNATURES].map(([email, signature]) => [signature, staff.get(email) ?? ""]));
  const calendar = makeCalendar(now);
  const cast = castOf(calendar);
  for (const demo of cast) {
    const clientId = clientIdOf(demo, now);
    const person = personRows(demo, now, world.keys, places);
    await insertMany(tx, PERSON_TABLES.clients, person.clients);
    await insertMany(tx, PERSON_TABLES.clientLocations, person.clientLocations);
    await insertMany(tx, PERSON_TABLES.clientAddresses, person.clientAddresses);
    await insertMany(tx, PERSON_TABLES.contacts, person.contacts);
    await insertMany(tx, PERSON_TABLES.directives, person.directives);
    await insertMany(tx, PERSON_TABLES.careRules, person.careRules);
    for (const row of person.clients)
      await insertMany(tx, consentDecisions, demoConsents(row, person.contacts, calendar, staff));
    await addClientRecords(tx, demo, now, staff);
    const dossier = demoDossier(demo, clientId, subjectOf(demo, now), authors);
    for (const file of dossier.files) await storeFile(world, tx, clientId, file);
    const history = demoHistory(demo, dossier, now, staff);
    for (const { table, rows } of dossier.rows) await insertMany(tx, table, rows);
    await insertMany(tx, entryVersions, history.versions);
    await insertMany(tx, partVisits, history.visits);
  }
  await makeDossierRoles(tx, cast, calendar, staff);
}

/**
 * Makes the demo organisation (CONTRACT.md) in an empty database, with its mark, in one transaction: an interrupted
 * attempt leaves no half demo behind, and no invented person in what may become a real database. The same moment of
 * the clock gives the same content, apart from what is encrypted or hashed.
 * @throws Error when the roles have not been made yet, or there is content already
 */
export async function seedDemo(world: World): Promise<void> {
  const now = world.clock.now();
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await world.db.write(
    async (tx) => {
      await markDemo(tx);
      await tx.insert(installation).values({ name: "organisation", value: ORGANISATION });
      const places = await makeLocations(tx, now);
      const staff = await makeStaff(tx, now, passwordHash, places);
      await makeQuestionnaires(tx, now, staff.get("beheer@kroniek.example"));
      await makeClients(world, tx, places, staff);
      await makePortalPeople(tx, now, passwordHash, staff);
      await makeCaren(world, tx, staff);
      await makeLocationMessages(tx, now, staff);
      await makeEmergencies(tx, now, staff, places.get("WEST-1"));
      await makeInvolved(tx, now, staff);
      await insertMany(tx, mails, demoMails(world, now));
      await findDuplicates(tx, now);
    },
    { alone: true },
  );
}
