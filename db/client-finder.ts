import { triggerAsNow } from "./trigger";

/** Room for stays in the lines of one client: line = number × this + nth, newest first; the first stands for the client. */
export const LINES_PER_CLIENT = 4096;

const numberOf = (id: string) => `(SELECT number FROM clients WHERE id = ${id})`;

/** A date as a number that sorts as its text does, also one not known to the day: 2024-03 → 20240300. */
const dayNumber = (date: string) => `CAST(substr(replace(${date}, '-', '') || '0000', 1, 8) AS INTEGER)`;

/**
 * The lines of the clients that a condition on `clients` keeps; who has no stay has one line without a place, who was
 * merged into another has none.
 */
const fill = (where: string) => `
  INSERT INTO client_finder (line, sort_name, place, from_day, until_day)
    SELECT number * ${LINES_PER_CLIENT} + nth - 1, sort_name, place, from_day, until_day FROM (
      SELECT number, sort_name, place, ${dayNumber("from_date")} AS from_day, ${dayNumber("until_date")} AS until_day,
        row_number() OVER (PARTITION BY number ORDER BY from_date DESC, client_locations.id) AS nth
      FROM clients LEFT JOIN client_locations ON client_id = clients.id
        LEFT JOIN finder_places USING (location_id)
      WHERE ${where} AND merged_into_id IS NULL
    ) WHERE nth <= ${LINES_PER_CLIENT}`;

const clear = (number: string) => `
  DELETE FROM client_finder
    WHERE line BETWEEN ${number} * ${LINES_PER_CLIENT} AND ${number} * ${LINES_PER_CLIENT} + ${LINES_PER_CLIENT - 1}`;

const refresh = (id: string) => `${clear(numberOf(id))}; ${fill(`clients.id = ${id}`)};`;

const notePlaces = (from: string) => `
  INSERT OR IGNORE INTO finder_places (location_id) SELECT ${from}`;

const trigger = (name: string, event: string, body: string) =>
  triggerAsNow(`client_finder_${name}`, `AFTER ${event} BEGIN ${body} END`);

/**
 * What a search through names reads for each hit, in some twenty bytes: the name it is sorted by, and each stay.
 * Clients and stays themselves are wide and spread out, and after each write (each audit row is one) SQLite reads and
 * deciphers every page anew. Kept true by triggers; filled at once where clients were there before it.
 */
export const clientFinder: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS finder_places (place INTEGER PRIMARY KEY, location_id TEXT NOT NULL UNIQUE)`,
  `CREATE TABLE IF NOT EXISTS client_finder (line INTEGER PRIMARY KEY, sort_name TEXT NOT NULL, place INTEGER,
     from_day INTEGER, until_day INTEGER)`,
  ...trigger("client_made", "INSERT ON clients", refresh("new.id")),
  ...trigger(
    "client_changed",
    "UPDATE OF id, number, last_name, partner_last_name, name_use, merged_into_id ON clients",
    `${clear("old.number")}; ${refresh("new.id")}`,
  ),
  ...trigger("client_gone", "DELETE ON clients", `${clear("old.number")};`),
  ...trigger(
    "stay_made",
    "INSERT ON client_locations",
    `${notePlaces("new.location_id")}; ${refresh("new.client_id")}`,
  ),
  ...trigger(
    "stay_changed",
    "UPDATE OF id, client_id, location_id, from_date, until_date ON client_locations",
    `${notePlaces("new.location_id")}; ${refresh("old.client_id")} ${refresh("new.client_id")}`,
  ),
  ...trigger("stay_gone", "DELETE ON client_locations", refresh("old.client_id")),
  notePlaces("location_id FROM client_locations WHERE NOT EXISTS (SELECT 1 FROM client_finder)"),
  fill("NOT EXISTS (SELECT 1 FROM client_finder)"),
];
