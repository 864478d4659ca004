import type { DataKind } from "./data-kinds";
import type { Basis } from "./rules";

/** What a party is, as it is declared, added and changed. */
export interface PartyFields {
  name: string;
  purpose: string;
  basis: Basis;
  legalGround: string | null;
  gets: DataKind[];
  addressList: boolean;
}

/** The parties every installation starts with (DOMAIN.md 4). `code` makes their id, so that a second start adds none. */
export const START_PARTIES: readonly (PartyFields & { code: string })[] = [
  {
    code: "care-chain",
    name: "Andere zorgaanbieders in de keten",
    purpose: "Dossier bij overdracht of medebehandeling",
    basis: "consent",
    legalGround: null,
    gets: [
      "identity",
      "address",
      "bsn",
      "contacts",
      "medication",
      "allergies",
      "problems",
      "results",
      "care-plan",
      "reports",
      "legal",
    ],
    addressList: false,
  },
  {
    code: "lsp",
    name: "Landelijk Schakelpunt/Mitz",
    purpose: "Medicatie en allergieën opvraagbaar voor zorgverleners die behandelen",
    basis: "consent",
    legalGround: null,
    gets: ["identity", "bsn", "medication", "allergies"],
    addressList: false,
  },
  {
    code: "gp-pharmacy",
    name: "Huisarts en apotheek via beveiligde mail",
    purpose: "Brieven en wijzigingen in de medicatie",
    basis: "consent",
    legalGround: null,
    gets: ["identity", "address", "bsn", "medication", "allergies", "problems", "results"],
    addressList: false,
  },
  {
    code: "prem",
    name: "Cliëntervaringsonderzoek PREM",
    purpose: "Uitnodiging voor de vragenlijst over ervaringen met de zorg",
    basis: "consent",
    legalGround: null,
    gets: ["identity", "address"],
    addressList: true,
  },
  {
    code: "zorgkaart",
    name: "ZorgkaartNederland-uitnodiging",
    purpose: "Uitnodiging om de zorg te waarderen op ZorgkaartNederland",
    basis: "consent",
    legalGround: null,
    gets: ["identity", "address"],
    addressList: true,
  },
  {
    code: "nza-elv",
    name: "NZa registratieonderzoek eerstelijnsverblijf",
    purpose: "Registratieonderzoek voor de bekostiging van eerstelijnsverblijf",
    basis: "objection",
    legalGround: "Wet marktordening gezondheidszorg, met recht van bezwaar (art. 21 AVG)",
    gets: ["registration"],
    addressList: false,
  },
  {
    code: "nza-crisis",
    name: "NZa registratieonderzoek Wlz-crisiszorg vv",
    purpose: "Registratieonderzoek voor de bekostiging van crisiszorg",
    basis: "objection",
    legalGround: "Wet marktordening gezondheidszorg, met recht van bezwaar (art. 21 AVG)",
    gets: ["registration"],
    addressList: false,
  },
  {
    code: "cbs",
    name: "CBS",
    purpose: "Wettelijke statistiek",
    basis: "statutory",
    legalGround: "Wet op het Centraal bureau voor de statistiek, art. 33",
    gets: ["identity", "bsn", "registration"],
    addressList: false,
  },
];
