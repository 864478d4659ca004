import { sql } from "drizzle-orm";
import { carenSettings } from "@/db/schema/caren";
import type { World } from "@/server/core/world";
import { makeEmployee, openSession } from "@/tests/access/people";

/** Who sends the message of the measurement. */
const SENDER = { email: "bulk@kroniek.example", title: "locatiemanager" };
/** People around each client. */
const AROUND = 4;

/**
 * Makes one place with clients and people around them, all linked and reached, and someone who may send to it.
 * @returns the session of who sends
 */
export async function makePeople(world: World, recipients: number): Promise<string> {
  const now = world.clock.now();
  const numbers = (count: number) =>
    sql`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`;
  const id = (kind: string) => sql.raw(`printf('${kind}-%08d-0000-7000-8000-000000000000', i)`);
  await world.db.write(async (tx) => {
    await tx.run(
      sql`INSERT INTO locations (id, code, name) VALUES ('place', 'PLACE', 'Huis Bulk'), ('empty', 'EMPTY', 'Leeg huis')`,
    );
    await tx.run(sql`INSERT INTO clients (id, number, last_name, name_use, gender, created_at, changed_at)
      ${numbers(recipients / AROUND)} SELECT ${id("c")}, 100000 + i, 'Cliënt' || i, 'own', 'female', ${now}, ${now} FROM n`);
    await tx.run(sql`INSERT INTO client_locations (id, client_id, location_id, from_date)
      ${numbers(recipients / AROUND)} SELECT ${id("s")}, ${id("c")}, 'place', '2024-01-01' FROM n`);
    await tx.run(sql`INSERT INTO portal_accounts (id, email, name, password_hash, agreed_at, created_at)
      ${numbers(recipients)} SELECT ${id("a")}, 'naaste-' || i || '@post.example', 'Naaste ' || i, 'set', ${now}, ${now} FROM n`);
    await tx.run(sql`INSERT INTO portal_relations (id, account_id, client_id, kind, made_at, made_by)
      ${numbers(recipients)} SELECT ${id("r")}, ${id("a")},
        printf('c-%08d-0000-7000-8000-000000000000', (i - 1) / ${AROUND} + 1), 'network', ${now}, 'Bench' FROM n`);
    await tx.insert(carenSettings).values({
      ...{ id: "caren", driver: "embedded", messagesToNetwork: true, messagesToClient: false },
      ...{ changedAt: now, changedBy: "Bench" },
    });
  });
  const holding = { tasks: ["caren.view", "caren.bulk-message"], reach: "everywhere" } as const;
  return openSession(world, await makeEmployee(world, [holding], SENDER));
}
