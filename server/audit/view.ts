import type { AuditRow } from "./chain";
import { type Names, objectOf } from "./names";
import {
  ACTION_WORDS,
  accessPointText,
  detailText,
  eventText,
  OUTCOME_WORDS,
  objectText,
  purposeText,
  taskText,
} from "./words";

function objectsOf(row: AuditRow, names: Names): string[] {
  return row.objects
    .map(objectOf)
    .filter(({ kind, id }) => !(kind === "client" && id === row.clientId))
    .map(({ kind, id }) => {
      const client = names.clients.get(id);
      if (kind === "client")
        return objectText(kind, id, client && [client.number, client.name].filter(Boolean).join(" "));
      if (kind === "employee") return objectText(kind, id, names.employees.get(id));
      return objectText(kind, id, kind === "location" ? names.locations.get(id) : undefined);
    });
}

/** Who signs in is nobody yet to the log; people look for them by name. */
function signedIn(row: AuditRow, names: Names): string | undefined {
  const [object] = row.objects;
  if (row.event !== "sign-in" || object === undefined) return undefined;
  return names.employees.get(objectOf(object).id);
}

/** A row of the log with every group of NEN 7513, in words. */
export function auditLine(row: AuditRow, names: Names) {
  const client = row.clientId === null ? undefined : names.clients.get(row.clientId);
  const behalf = row.onBehalfOf === null ? null : objectOf(row.onBehalfOf).id;
  return {
    sequence: row.sequence,
    at: row.at,
    event: eventText(row.event),
    action: ACTION_WORDS[row.action],
    outcome: row.outcome,
    outcomeText: OUTCOME_WORDS[row.outcome],
    who: signedIn(row, names) ?? row.actorName,
    role: row.role,
    onBehalfOf: behalf === null ? null : (names.employees.get(behalf) ?? behalf),
    client: row.clientId === null ? null : { number: client?.number ?? null, name: client?.name ?? null },
    objects: objectsOf(row, names),
    purpose: purposeText(row.purpose),
    task: taskText(row.task),
    emergency: row.emergency,
    accessPoint: accessPointText(row.accessPoint),
    source: row.source,
    detail: detailText(row.detail),
    keyId: row.keyId,
    hash: row.hash,
  };
}
export type AuditLine = ReturnType<typeof auditLine>;
