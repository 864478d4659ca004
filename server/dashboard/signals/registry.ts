import { noBsn, sameBsn } from "./bsn";
import { consentEnds } from "./consent";
import { carePlansDue, carePlansExpired, restraintsDue } from "./dossier";
import { exportsReady } from "./exports";
import type { Signal } from "./signal";

/** Every signal (signalering), in the order of the dashboard. */
export const signals: readonly Signal[] = [
  restraintsDue,
  carePlansExpired,
  carePlansDue,
  exportsReady,
  consentEnds,
  sameBsn,
  noBsn,
];
