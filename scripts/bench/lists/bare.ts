import Sqlite from "libsql";
import { dayOf } from "@/server/core/clock";
import type { World } from "@/server/core/world";

/**
 * The statements of the first page of the client list for someone who sees everyone, prepared once on a connection of
 * their own: what the database alone takes.
 */
export function bareList(world: World, size: number): { page(): unknown[]; close(): void } {
  const options: Sqlite.Options & { encryptionKey?: string } = {};
  if (world.db.encryptionKey !== undefined) options.encryptionKey = world.db.encryptionKey;
  const db = new Sqlite(world.db.file, options);
  db.exec("PRAGMA cache_size=-32000");
  const rows = db.prepare(
    `SELECT * FROM clients WHERE merged_into_id IS NULL ORDER BY sort_name, number LIMIT ${size + 1}`,
  );
  const count = db.prepare(`SELECT (SELECT count(*) FROM clients)
    - (SELECT count(*) FROM clients WHERE merged_into_id IS NOT NULL)`);
  const marks = Array.from({ length: size }, () => "?").join(", ");
  const places = db.prepare(`SELECT client_id, name, code, room FROM client_locations
    JOIN locations ON locations.id = location_id
    WHERE client_id IN (${marks}) AND from_date <= ? AND (until_date IS NULL OR until_date > ?)`);
  const day = dayOf(world.clock.now());
  return {
    page: () => {
      const found = rows.all() as { id: string }[];
      const ids = found.slice(0, size).map(({ id }) => id);
      return [found, count.get(), places.all(...ids, day, day)];
    },
    close: () => db.close(),
  };
}
