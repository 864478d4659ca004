const STATUS_OID = "urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.23.2";
const REPRESENTATION_OID = "urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.23.3";

/**
 * Legal situations, code → Dutch. The capital codes are those of zib JuridischeStatus; the words below them stand for
 * the numbers of zib JuridischeVertegenwoordiging; the last three are ours.
 */
export const LEGAL_KINDS = {
  ZM: "Zorgmachtiging",
  CM: "Crisismaatregel",
  VCM: "Machtiging tot voortzetting van de crisismaatregel",
  TEMP: "Tijdelijke verplichte zorg voorafgaand aan een crisismaatregel",
  NOOD: "Tijdelijke verplichte zorg in een noodsituatie",
  RM: "Rechterlijke machtiging",
  VM: "Voortgezette machtiging",
  VMM: "Voorwaardelijke machtiging jongvolwassenen",
  OPM: "Besluit tot opname en verblijf",
  IBS: "Inbewaringstelling",
  OTS: "Ondertoezichtstelling",
  PIJ: "PIJ-maatregel",
  TBS: "Terbeschikkingstelling",
  curatorship: "Curatele",
  mentorship: "Mentorschap",
  administration: "Bewindvoering",
  guardianship: "Voogdij",
  agency: "Zaakwaarneming",
  "power-of-attorney": "Volmacht (levenstestament)",
  voluntary: "Vrijwillig verblijf",
  other: "Anders",
} as const;

export type LegalKind = keyof typeof LEGAL_KINDS;

/** The law a legal situation rests on, code → Dutch. */
export const LAWS = {
  wzd: "Wet zorg en dwang",
  wvggz: "Wet verplichte ggz",
  civil: "Burgerlijk Wetboek",
  youth: "Jeugdwet",
  criminal: "Strafrecht",
  other: "Anders",
} as const;

const REPRESENTATIONS: Readonly<Record<string, LegalKind>> = {
  "6": "guardianship",
  "7": "administration",
  "8": "mentorship",
  "9": "curatorship",
  "10": "agency",
};

const LAW_OF: Readonly<Partial<Record<LegalKind, keyof typeof LAWS>>> = {
  ZM: "wvggz",
  CM: "wvggz",
  VCM: "wvggz",
  TEMP: "wvggz",
  NOOD: "wvggz",
  RM: "wzd",
  VM: "wzd",
  VMM: "wzd",
  OPM: "wzd",
  IBS: "wzd",
  OTS: "youth",
  PIJ: "criminal",
  TBS: "criminal",
  curatorship: "civil",
  mentorship: "civil",
  administration: "civil",
  guardianship: "civil",
  agency: "civil",
  "power-of-attorney": "civil",
};

/** The law a kind usually rests on. */
export const lawOf = (kind: LegalKind): keyof typeof LAWS => LAW_OF[kind] ?? "other";

/** Whether a kind is someone else deciding for the client. */
export const isRepresentation = (kind: LegalKind): boolean =>
  Object.values(REPRESENTATIONS).includes(kind) || kind === "power-of-attorney";

/** The zib coding of a kind, where the zib has one. */
export function zibCoding(kind: LegalKind): { system: string; code: string; display: string } | undefined {
  const display = LEGAL_KINDS[kind];
  if (/^[A-Z]+$/.test(kind)) return { system: STATUS_OID, code: kind, display };
  const code = Object.keys(REPRESENTATIONS).find((number) => REPRESENTATIONS[number] === kind);
  return code === undefined ? undefined : { system: REPRESENTATION_OID, code, display };
}

/** The kind of a coding of one of the two zib lists. */
export function kindOfZib(coding: { system?: string; code?: string }): LegalKind | undefined {
  if (coding.code === undefined) return undefined;
  if (coding.system === REPRESENTATION_OID) return REPRESENTATIONS[coding.code];
  const isKnown = coding.system === STATUS_OID && /^[A-Z]+$/.test(coding.code);
  return isKnown && Object.hasOwn(LEGAL_KINDS, coding.code) ? (coding.code as LegalKind) : undefined;
}
