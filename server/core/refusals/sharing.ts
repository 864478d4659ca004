import type { Refusal } from "./refusal";

/** Why a role in a dossier was not given, changed, handed over or taken away. */
export const SHARING_REFUSALS = {
  "sharing-changed": {
    kind: "conflict",
    nl: "De rechten in dit dossier zijn net gewijzigd. Bekijk hieronder hoe het nu is en doe het opnieuw als het nog nodig is.",
  },
  "sharing-owner-there": {
    kind: "conflict",
    nl: "Dit dossier heeft al een eigenaar. Alleen die kan het eigenaarschap overdragen.",
  },
  "sharing-leave-caps": {
    kind: "refused",
    nl: "Je rol in dit dossier beperkt wat je er mag. Vraag de eigenaar om je rol weg te halen of te wijzigen.",
  },
  "sharing-owner-stays": {
    kind: "refused",
    nl: "Een eigenaar kan niet weg of een andere rol krijgen. Draag het eigenaarschap eerst over.",
  },
  "sharing-not-owner": {
    kind: "refused",
    nl: "Alleen de eigenaar draagt het eigenaarschap over. Vraag de eigenaar van dit dossier.",
  },
  "sharing-own-role": {
    kind: "refused",
    nl: "Je eigen rol wijzig je niet zelf. Vraag het een collega, of kies Dossier verlaten.",
  },
  "sharing-account-off": {
    kind: "conflict",
    nl: "Het account van deze collega is uitgezet. Kies iemand anders, of vraag functioneel beheer het account aan te zetten.",
  },
  "sharing-without-task": {
    kind: "conflict",
    nl: "Deze collega heeft in geen enkele rol de taken van een eigenaar. Kies iemand anders, of vraag functioneel beheer.",
  },
} as const satisfies Record<string, Refusal>;
