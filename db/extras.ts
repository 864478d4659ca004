/**
 * What a schema file cannot declare. Each statement may be run again on any database.
 * The audit log only grows: changing or deleting a row is refused by the database itself.
 */
export const extras: readonly string[] = [
  `CREATE TRIGGER IF NOT EXISTS audit_entries_no_update BEFORE UPDATE ON audit_entries
   BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END`,
  `CREATE TRIGGER IF NOT EXISTS audit_entries_no_delete BEFORE DELETE ON audit_entries
   BEGIN SELECT RAISE(ABORT, 'audit entries are never deleted'); END`,
];
