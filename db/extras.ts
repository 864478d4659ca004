import { changedPeople } from "./changed-people";
import { clientFinder } from "./client-finder";
import { messageNotices } from "./message-notices";
import { sharedBsn } from "./shared-bsn";
import { triggerAsNow } from "./trigger";

const CLIENT_NAME = `coalesce(new.first_names, '') || ' ' || coalesce(new.call_name, '') || ' ' ||
  coalesce(new.initials, '') || ' ' || coalesce(new.prefix, '') || ' ' || new.last_name || ' ' ||
  coalesce(new.partner_prefix, '') || ' ' || coalesce(new.partner_last_name, '')`;

/** Who was merged into another is found by that other's names only. */
const NAME_IT = `INSERT INTO client_names (rowid, name)
  SELECT new.number, ${CLIENT_NAME} WHERE new.merged_into_id IS NULL;`;

/**
 * What a schema file cannot declare. Each statement may be run again on any database.
 * The audit log only grows: changing, deleting or replacing a row is refused by the database itself.
 */
export const extras: readonly string[] = [
  `CREATE TRIGGER IF NOT EXISTS audit_entries_no_update BEFORE UPDATE ON audit_entries
   BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END`,
  `CREATE TRIGGER IF NOT EXISTS audit_entries_no_delete BEFORE DELETE ON audit_entries
   BEGIN SELECT RAISE(ABORT, 'audit entries are never deleted'); END`,
  // INSERT OR REPLACE deletes without waking the trigger on deletion.
  `CREATE TRIGGER IF NOT EXISTS audit_entries_no_replace BEFORE INSERT ON audit_entries
   WHEN EXISTS (SELECT 1 FROM audit_entries WHERE sequence = new.sequence)
   BEGIN SELECT RAISE(ABORT, 'audit entries are never replaced'); END`,
  // What an entry said before stays as it was; who it belongs to may change with a merge.
  `CREATE TRIGGER IF NOT EXISTS entry_versions_no_update
   BEFORE UPDATE OF entry_id, version, row, change, reason, replaced_at, replaced_by ON entry_versions
   BEGIN SELECT RAISE(ABORT, 'earlier versions are never changed'); END`,
  // Client search by the start of any word of a name, without accents; kept true by the triggers.
  `CREATE VIRTUAL TABLE IF NOT EXISTS client_names USING fts5(
     name, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4')`,
  ...triggerAsNow("clients_name_insert", `AFTER INSERT ON clients BEGIN ${NAME_IT} END`),
  `CREATE TRIGGER IF NOT EXISTS clients_name_delete AFTER DELETE ON clients
   BEGIN DELETE FROM client_names WHERE rowid = old.number; END`,
  ...triggerAsNow(
    "clients_name_update",
    `AFTER UPDATE ON clients BEGIN DELETE FROM client_names WHERE rowid = old.number; ${NAME_IT} END`,
  ),
  ...clientFinder,
  ...sharedBsn,
  ...changedPeople,
  ...messageNotices,
];
