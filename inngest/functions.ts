import type { InngestFunction } from "inngest";
import { remindActivities } from "./activities";
import { checkAsked, checkDaily } from "./audit";
import { shredLetter, sweepCarenInvitations, tellCaren } from "./caren";
import { findDuplicates } from "./duplicates";
import { closeCancelled, makeExport, sweepExpired } from "./export";
import { closeCancelledImport, importDossiers, shredEndedImport, sweepEndedImports } from "./import";
import {
  cancelMessageNotices,
  closeCancelledMessage,
  deliverMessage,
  sweepMessages,
} from "./location-messages";
import { sendMail } from "./mail";

/** Every function of the product; the engine and a real Inngest server get the same list. */
export const functions: InngestFunction.Any[] = [
  makeExport,
  sweepExpired,
  closeCancelled,
  importDossiers,
  shredEndedImport,
  sweepEndedImports,
  closeCancelledImport,
  sendMail,
  deliverMessage,
  cancelMessageNotices,
  sweepMessages,
  closeCancelledMessage,
  checkAsked,
  checkDaily,
  remindActivities,
  shredLetter,
  sweepCarenInvitations,
  tellCaren,
  findDuplicates,
];
