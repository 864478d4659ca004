import type { Refusal } from "./refusal";

export const MAIL_REFUSALS = {
  "mail-gone": {
    kind: "not-found",
    nl: "Deze mail is er niet (meer). Wat klaar is, blijft 30 dagen staan.",
  },
  "mail-under-way": {
    kind: "conflict",
    nl: "Deze mail wordt op dit moment verstuurd. Ververs de pagina om te zien hoe het afloopt.",
  },
  "mail-ended": {
    kind: "conflict",
    nl: "Deze mail wacht niet meer: er valt niets te annuleren. Ververs de pagina.",
  },
  "mail-not-retried": {
    kind: "conflict",
    nl: "Deze mail is al verstuurd of geannuleerd, of wordt vanzelf verstuurd. Ververs de pagina.",
  },
  "mail-useless": {
    kind: "conflict",
    nl: "De link in deze mail is verlopen, dus versturen heeft geen zin meer. Laat een nieuwe mail maken op de plek waar deze vandaan kwam.",
  },
} as const satisfies Record<string, Refusal>;
