import type { Refusal } from "./refusal";

/** Why a dossier was not opened by the emergency procedure, or its use not reviewed. */
export const EMERGENCY_REFUSALS = {
  "emergency-not-needed": {
    kind: "conflict",
    nl: "Dit dossier kun je al openen, zonder noodprocedure. Zoek de cliënt op de gewone manier.",
  },
  "emergency-over": {
    kind: "conflict",
    nl: "De noodprocedure voor dit dossier was al gesloten. Je hoeft niets meer te doen.",
  },
  "emergency-own": {
    kind: "refused",
    nl: "Je eigen noodprocedure beoordeel je niet zelf. Dat doet een collega met de taak Noodprocedures beoordelen.",
  },
  "emergency-running": {
    kind: "conflict",
    nl: "Deze noodprocedure loopt nog. Beoordeel hem als hij is gesloten: dan staat alles wat is bekeken in het logboek.",
  },
  "emergency-reviewed": {
    kind: "conflict",
    nl: "Een collega heeft deze noodprocedure intussen beoordeeld. Bekijk hieronder wat die vond; jouw oordeel is niet opgeslagen.",
  },
  "not-in-emergency": {
    kind: "refused",
    nl: "Mensen van buiten iets vragen kan niet met de noodprocedure. Vraag het iemand die in dit dossier werkt.",
  },
} as const satisfies Record<string, Refusal>;
