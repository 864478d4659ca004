import type { Refusal } from "./refusal";

export const PORTAL_REFUSALS = {
  "portal-already": {
    kind: "conflict",
    nl: "Deze persoon is voor deze cliënt in deze rol al uitgenodigd of heeft al toegang. Zoek die op in de lijst; een uitnodiging die nog niet is gebruikt, kun je daar opnieuw versturen.",
    u: "Deze persoon is bij deze cliënt al uitgenodigd of heeft al toegang. Zoek die op in de lijst.",
  },
  "portal-account-off": {
    kind: "conflict",
    nl: "Het portaalaccount van dit e-mailadres is uitgezet. Gebruik een ander adres of overleg met functioneel beheer.",
    u: "Met dit e-mailadres kan nu niemand worden toegevoegd. Neem contact op met de organisatie.",
  },
  "portal-no-power": {
    kind: "invalid",
    nl: "Voor deze contactpersoon staat geen bevoegdheid vast die nu geldt. Leg die eerst vast bij de contacten van de cliënt.",
  },
  "portal-relation-gone": {
    kind: "conflict",
    nl: "Deze toegang is er niet (meer). Laad de pagina opnieuw.",
  },
  "portal-active": {
    kind: "conflict",
    nl: "Dit account is al geactiveerd. Een activatiemail is niet nodig; met Wachtwoord vergeten kiest iemand zelf een nieuw wachtwoord.",
  },
  "portal-account-gone": {
    kind: "not-found",
    nl: "Dit portaalaccount is er niet (meer), of valt buiten jouw bereik. Zoek in de lijst met portaalaccounts.",
  },
  "portal-account-changed": {
    kind: "conflict",
    nl: "Iemand anders heeft dit portaalaccount intussen gewijzigd. Er is niets opgeslagen: bekijk wat er nu staat en probeer het opnieuw.",
  },
} as const satisfies Record<string, Refusal>;
