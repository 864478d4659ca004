import { and, eq, isNotNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, contacts } from "@/db/schema/clients";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import type { RelationKind } from "@/server/access/relations";
import { insertMany } from "../insert";
import { demoId } from "./chance";
import { DEMO_PEOPLE, DEMO_PORTAL_PEOPLE } from "./people";

type Email = (typeof DEMO_PORTAL_PEOPLE)[number]["email"];

const DAY = 86_400_000;

/** What each of them is to whom (CONTRACT.md); the representative by the power of the contact of that name. */
const BONDS: readonly {
  email: Email;
  to: number;
  kind: RelationKind;
  relation?: string;
  contact?: number;
}[] = [
  { email: "familie@kroniek.example", to: 10001, kind: "network", relation: "dochter" },
  { email: "betrokkene@kroniek.example", to: 10001, kind: "involved", relation: "casemanager dementie" },
  { email: "betrokkene@kroniek.example", to: 10009, kind: "involved", relation: "ergotherapeut" },
  { email: "client@kroniek.example", to: 10009, kind: "client" },
  {
    email: "vertegenwoordiger@kroniek.example",
    to: 10008,
    kind: "representative",
    relation: "zoon",
  },
];

/** The id of what someone in the portal of the demo is to a client. */
export function relationIdOf(now: number, email: Email, kind: RelationKind, to: number): string {
  return demoId(now, `portal/${email}/${kind}/${to}`);
}

/** Makes those who can sign in to the portal, activated and agreed, and what they are to whom. */
export async function makePortalPeople(
  tx: Tx,
  now: number,
  passwordHash: string,
  staff: ReadonlyMap<string, string>,
): Promise<void> {
  const [by] = DEMO_PEOPLE.filter(({ email }) => email === "regie@kroniek.example");
  const made = {
    madeAt: now - 40 * DAY,
    madeBy: `${by?.name}, ${by?.title}`,
    madeById: staff.get(by?.email ?? ""),
  };
  const account = (email: Email) => demoId(now, `portal/${email}`);
  await insertMany(
    tx,
    portalAccounts,
    DEMO_PORTAL_PEOPLE.map(({ email, name }) => ({
      ...{ id: account(email), email, name, passwordHash, demo: true },
      agreedAt: now - 39 * DAY,
      createdAt: made.madeAt,
    })),
  );
  for (const { email, to, kind, relation } of BONDS) {
    const [client] = await tx.select({ id: clients.id }).from(clients).where(eq(clients.number, to));
    if (!client) throw new Error(`There is no client ${to}.`);
    const name = DEMO_PORTAL_PEOPLE.find((person) => person.email === email)?.name ?? "";
    const [contact] = await tx
      .select({ id: contacts.id })
      .from(contacts)
      .where(
        and(eq(contacts.clientId, client.id), eq(contacts.name, name), isNotNull(contacts.representation)),
      );
    if (kind === "representative" && !contact) throw new Error(`${name} has no power at ${to}.`);
    await tx.insert(portalRelations).values({
      id: relationIdOf(now, email, kind, to),
      accountId: account(email),
      clientId: client.id,
      kind,
      relation: relation ?? null,
      contactId: kind === "representative" ? (contact?.id ?? null) : null,
      carenRole: kind === "network" ? "manager" : null,
      ...made,
    });
  }
}
