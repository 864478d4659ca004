import { noBsn, sameBsn } from "./bsn";
import { invitationExpired } from "./caren";
import { consentEnds } from "./consent";
import { carePlansDue, carePlansExpired, restraintsDue } from "./dossier";
import { maybeDuplicate } from "./duplicates";
import { emergenciesToReview } from "./emergencies";
import { exportsReady } from "./exports";
import { ownerMissing } from "./sharing";
import type { Signal } from "./signal";

/** Every signal (signalering), in the order of the dashboard. */
export const signals: readonly Signal[] = [
  emergenciesToReview,
  restraintsDue,
  carePlansExpired,
  carePlansDue,
  exportsReady,
  consentEnds,
  ownerMissing,
  invitationExpired,
  sameBsn,
  maybeDuplicate,
  noBsn,
];
