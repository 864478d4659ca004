import type { Refusal } from "./refusal";

/** Why two clients were not made one, or one not two again. */
export const MERGE_REFUSALS = {
  "merge-same-client": {
    kind: "invalid",
    nl: "Dit zijn tweemaal dezelfde cliënt. Zoek de andere cliënt om mee samen te voegen.",
  },
  "merge-already": {
    kind: "conflict",
    nl: "Een van deze cliënten is intussen samengevoegd. Zoek op het nummer om te zien met wie.",
  },
  "merge-blocked": {
    kind: "refused",
    nl: "Deze cliënten kunnen niet samengevoegd worden. Bekijk bovenaan de pagina waarom, en wat je wel kunt doen.",
  },
  "merge-choose-first": {
    kind: "invalid",
    nl: "Nog niet overal is gekozen. Kies bij elk onderwerp wat je bewaart en probeer het opnieuw.",
  },
  "merge-plan-changed": {
    kind: "conflict",
    nl: "Er is intussen iets gewijzigd bij een van deze cliënten. Bekijk hieronder wat er nu gebeurt en voeg dan opnieuw samen.",
  },
  "merge-not-newest": {
    kind: "refused",
    nl: "Na deze samenvoeging is er nog een geweest. Maak die eerst ongedaan, en daarna deze.",
  },
  "merge-beyond-reach": {
    kind: "refused",
    nl: "Je bereik reikt niet tot waar de andere cliënt zorg krijgt. Vraag een collega met een ruimer bereik om dit ongedaan te maken.",
  },
  "merge-undone": {
    kind: "conflict",
    nl: "Deze samenvoeging is al ongedaan gemaakt. Beide cliënten zijn er weer.",
  },
  "merge-not-assigned": {
    kind: "invalid",
    nl: "Nog niet van alles is gezegd bij wie het hoort. Kies dat bij elke regel en probeer het opnieuw.",
  },
} as const satisfies Record<string, Refusal>;
