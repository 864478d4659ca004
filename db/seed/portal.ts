import type { Tx } from "@/db/client";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import type { RelationKind } from "@/server/access/relations";
import { insertMany } from "../insert";
import { demoId } from "./chance";
import { DEMO_PEOPLE, DEMO_PORTAL_PEOPLE } from "./people";

type Email = (typeof DEMO_PORTAL_PEOPLE)[number]["email"];

const DAY = 86_400_000;

/** What each of them is to whom (CONTRACT.md); the representative by the power of a contact of the client. */
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
    contact: 0,
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
  await insertMany(
    tx,
    portalRelations,
    BONDS.map(({ email, to, kind, relation, contact }) => ({
      id: relationIdOf(now, email, kind, to),
      accountId: account(email),
      clientId: demoId(now, String(to)),
      kind,
      relation: relation ?? null,
      contactId: contact === undefined ? null : demoId(now, `${to}/contact/${contact}`),
      ...made,
    })),
  );
}
