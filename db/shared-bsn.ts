import { triggerAsNow } from "./trigger";

const note = (row: string) => `
  INSERT OR IGNORE INTO shared_bsn (code) SELECT ${row}.bsn_search
    WHERE (SELECT count(*) FROM clients WHERE bsn_search = ${row}.bsn_search AND merged_into_id IS NULL) > 1`;

const forget = `
  DELETE FROM shared_bsn WHERE code = old.bsn_search
    AND (SELECT count(*) FROM clients WHERE bsn_search = old.bsn_search AND merged_into_id IS NULL) < 2`;

/**
 * The codes of numbers that more than one client has (who was merged into another does not count): few, and asked for at each dashboard, where grouping all clients
 * takes a walk through every one of them. Kept true by triggers; filled at each start.
 */
export const sharedBsn: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS shared_bsn (code TEXT PRIMARY KEY) WITHOUT ROWID`,
  ...triggerAsNow(
    "shared_bsn_made",
    `AFTER INSERT ON clients WHEN new.bsn_search IS NOT NULL BEGIN ${note("new")}; END`,
  ),
  ...triggerAsNow(
    "shared_bsn_changed",
    `AFTER UPDATE OF bsn_search, merged_into_id ON clients BEGIN ${forget}; ${note("new")}; END`,
  ),
  ...triggerAsNow("shared_bsn_gone", `AFTER DELETE ON clients BEGIN ${forget}; END`),
  `INSERT OR IGNORE INTO shared_bsn (code) SELECT bsn_search FROM clients
     WHERE bsn_search IS NOT NULL AND merged_into_id IS NULL GROUP BY bsn_search HAVING count(*) > 1`,
];
