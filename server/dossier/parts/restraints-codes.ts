/** Kinds of restraint: the forms of involuntary care in art. 2 Wzd and art. 3:2 Wvggz, code → Dutch. */
export const RESTRAINT_KINDS = {
  movement: "Beperken van de bewegingsvrijheid",
  fixation: "Mechanische fixatie",
  seclusion: "Insluiten",
  supervision: "Toezicht",
  medication: "Gedwongen medicatie, vocht of voeding",
  search: "Onderzoek aan kleding, lichaam of kamer",
  "own-life": "Beperken van de eigen inrichting van het leven",
  visits: "Beperken van bezoek of communicatie",
  admission: "Opname in een accommodatie",
  other: "Anders",
} as const;

export type RestraintKind = keyof typeof RESTRAINT_KINDS;

/** What allows it, code → Dutch. */
export const LEGAL_BASES = {
  wzd: "Wet zorg en dwang (Wzd)",
  wvggz: "Wet verplichte ggz (Wvggz)",
  emergency: "Noodsituatie",
  wgbo: "WGBO",
  youth: "Jeugdwet",
  unknown: "Niet vastgelegd",
} as const;

/** Who agreed, code → Dutch, with the numbers of zib InstemmingCodelijst. */
export const ASSENTS = {
  client: "Instemming cliënt",
  "client-refused": "Geen instemming cliënt",
  representative: "Instemming wettelijk vertegenwoordiger",
  "representative-refused": "Geen instemming wettelijk vertegenwoordiger",
} as const;

export const ASSENT_NUMBERS = {
  client: "2",
  "client-refused": "1",
  representative: "4",
  "representative-refused": "3",
} as const satisfies Record<keyof typeof ASSENTS, string>;

/** SNOMED codes of zib SoortInterventie (general, Wzd, Wvggz lists) by kind. */
const CODES: Readonly<Partial<Record<RestraintKind, readonly string[]>>> = {
  movement: ["130201000146105", "225210009", "225212001", "68894007", "123881000146109"],
  fixation: [
    ..."123941000146105 123971000146100 123891000146106 124031000146100 123961000146106".split(" "),
    ..."123901000146107 123951000146108 124001000146105 123931000146102 123991000146101".split(" "),
    ..."124011000146107 123921000146104 123981000146103 123911000146109 124021000146102".split(" "),
  ],
  seclusion: [
    ..."124061000146109 124041000146108 124071000146103 124051000146106 90278001".split(" "),
    "121641000146100",
  ],
  supervision: [
    ..."121411000146104 121401000146101 121431000146106 121441000146103 121421000146109".split(" "),
    ..."121391000146104 121451000146100 225309002".split(" "),
  ],
  medication: [
    ..."37041007 29211000146105 121531000146107 121511000146100 121521000146105".split(" "),
    "23835007",
  ],
  search: ["121631000146108", "62407006", "121621000146106"],
  "own-life": ["121461000146102"],
  visits: ["121471000146108", "121601000146103"],
  admission: ["121541000146104"],
};

/** The kind of an intervention by its SNOMED code. */
export function kindOfIntervention(code: string | undefined): RestraintKind {
  const found = (Object.keys(CODES) as RestraintKind[]).find((kind) => CODES[kind]?.includes(code ?? ""));
  return found ?? "other";
}
