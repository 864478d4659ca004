import { ACCOUNT_EVENTS } from "./events/account";
import { AUDITS_EVENTS } from "./events/audits";
import { CAREN_EVENTS } from "./events/caren";
import { CLIENTS_EVENTS } from "./events/clients";
import { CLINIMETRICS_EVENTS } from "./events/clinimetrics";
import { CONSENT_EVENTS } from "./events/consent";
import { DOCUMENTS_EVENTS } from "./events/documents";
import { DOSSIER_EVENTS } from "./events/dossier";
import { DUPLICATES_EVENTS } from "./events/duplicates";
import { EMERGENCY_EVENTS } from "./events/emergency";
import { EMPLOYEES_EVENTS } from "./events/employees";
import type { Action, AuditEvent } from "./events/event";
import { EXPORT_EVENTS } from "./events/export";
import { IMPORTS_EVENTS } from "./events/imports";
import { INVOLVED_EVENTS } from "./events/involved";
import { MESSAGE_EVENTS } from "./events/location-messages";
import { MAIL_EVENTS } from "./events/mail";
import { MERGE_EVENTS } from "./events/merge";
import { OPERATION_EVENTS } from "./events/operation";
import { PORTAL_EVENTS } from "./events/portal";
import { QUESTIONNAIRES_EVENTS } from "./events/questionnaires";
import { SHARING_EVENTS } from "./events/sharing";

export type { Action };

/**
 * Every event the log can hold, a file a room, with the Dutch words people read and search for.
 * The four export texts are promises to the letter (CONTRACT.md).
 */
export const EVENTS = {
  ...CONSENT_EVENTS,
  ...ACCOUNT_EVENTS,
  ...AUDITS_EVENTS,
  ...CAREN_EVENTS,
  ...CLIENTS_EVENTS,
  ...DOCUMENTS_EVENTS,
  ...DOSSIER_EVENTS,
  ...DUPLICATES_EVENTS,
  ...EMERGENCY_EVENTS,
  ...EMPLOYEES_EVENTS,
  ...EXPORT_EVENTS,
  ...IMPORTS_EVENTS,
  ...INVOLVED_EVENTS,
  ...MAIL_EVENTS,
  ...MESSAGE_EVENTS,
  ...OPERATION_EVENTS,
  ...PORTAL_EVENTS,
  ...CLINIMETRICS_EVENTS,
  ...QUESTIONNAIRES_EVENTS,
  ...MERGE_EVENTS,
  ...SHARING_EVENTS,
} as const satisfies Record<string, AuditEvent>;

export type EventId = keyof typeof EVENTS;

/** What the system itself may write: promises kept by timers and sweeps, never an act on someone's wish. */
export const SYSTEM_EVENTS: readonly EventId[] = [
  "export.deleted",
  "export.failed",
  "import.failed",
  "import.files-deleted",
  "engine.caught-up",
  "server.started",
  "audit.deviation-found",
  "audit.checked",
  "activity.reminded",
  "message.delivered",
  "message.stopped",
  "duplicates.scanned",
  "caren.invitation-expired",
  "caren.invitation-used",
  "caren.links-served",
  "caren.order-served",
];
