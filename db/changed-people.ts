/** Columns of a client by which people are compared (`server/clients/match/people.ts`), and that take one out of it. */
const COMPARED = `first_names, initials, call_name, last_name, partner_last_name, birth_date, gender, bsn_search,
  phone, mobile, email, merged_into_id`;

// A new row each time, so that who changes while being compared is compared once more.
const note = (id: string) => `
  DELETE FROM duplicate_changes WHERE one_id = ${id};
  INSERT INTO duplicate_changes (one_id) VALUES (${id});`;

const trigger = (name: string, event: string, ...ids: string[]) =>
  `CREATE TRIGGER IF NOT EXISTS duplicate_changes_${name} AFTER ${event} BEGIN ${ids.map(note).join("")} END`;

/** Notes of whom something changed that duplicates are found by, whichever room or import wrote it. */
export const changedPeople: readonly string[] = [
  trigger("client_made", "INSERT ON clients", "new.id"),
  trigger("client_changed", `UPDATE OF ${COMPARED} ON clients`, "new.id"),
  trigger("client_gone", "DELETE ON clients", "old.id"),
  trigger("address_made", "INSERT ON client_addresses", "new.client_id"),
  trigger("address_changed", "UPDATE ON client_addresses", "old.client_id", "new.client_id"),
  trigger("address_gone", "DELETE ON client_addresses", "old.client_id"),
];
