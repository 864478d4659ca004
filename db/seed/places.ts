import type { DemoPen } from "@/server/dossier/demo-pen";

/** What the demo organisation is called where it presents itself; its location LINDE is the short name. */
export const ORGANISATION = "Stichting De Linde";

/** The location tree of the demo organisation: code, name, and the code it lies under (CONTRACT.md). */
export const DEMO_LOCATIONS = [
  { code: "LINDE", name: "De Linde", under: null },
  { code: "OOST", name: "Regio Oost", under: "LINDE" },
  { code: "OOST-1", name: "Huis Elzenhof", under: "OOST" },
  { code: "OOST-2", name: "Wijkteam Oost", under: "OOST" },
  { code: "WEST", name: "Regio West", under: "LINDE" },
  { code: "WEST-1", name: "Huis Duinzicht", under: "WEST" },
  { code: "WEST-2", name: "GGZ-poli West", under: "WEST" },
] as const;

export type LeafCode = "OOST-1" | "OOST-2" | "WEST-1" | "WEST-2";
type CareKind = DemoPen["client"]["careKind"];

/** A town with the four digits of its postcodes. */
interface Town {
  city: string;
  postcodes: readonly number[];
}

interface Region {
  towns: readonly Town[];
  generalPractitioners: readonly string[];
  pharmacies: readonly string[];
}

const EAST: Region = {
  towns: [
    { city: "Zutphen", postcodes: [7201, 7202, 7203, 7204, 7206, 7207] },
    { city: "Zutphen", postcodes: [7201, 7203, 7204] },
    { city: "Warnsveld", postcodes: [7231] },
    { city: "Eefde", postcodes: [7211] },
    { city: "Gorssel", postcodes: [7213] },
    { city: "Lochem", postcodes: [7241, 7242] },
    { city: "Vorden", postcodes: [7251] },
    { city: "Brummen", postcodes: [6971] },
  ],
  generalPractitioners: [
    "Huisartsenpraktijk De Berkel, M. Hoekstra",
    "Huisartsenpraktijk IJsselkade, P. van Zanten",
    "Gezondheidscentrum Het Baken, S. Karaca",
    "Huisartsenpraktijk Warnsveld-Zuid, E. Lubbers",
  ],
  pharmacies: ["Apotheek De Berkel", "Apotheek Waterstraat", "Apotheek Het Baken"],
};

const WEST: Region = {
  towns: [
    { city: "Castricum", postcodes: [1901, 1902] },
    { city: "Heiloo", postcodes: [1851, 1852] },
    { city: "Egmond aan Zee", postcodes: [1931] },
    { city: "Bergen", postcodes: [1861] },
    { city: "Alkmaar", postcodes: [1811, 1813, 1815, 1816, 1817, 1825] },
    { city: "Akersloot", postcodes: [1921] },
    { city: "Heemskerk", postcodes: [1961, 1964, 1966] },
  ],
  generalPractitioners: [
    "Huisartsenpraktijk Duinrand, J. Tromp",
    "Huisartsenpraktijk De Hoep, L. Schouten",
    "Gezondheidscentrum Zeeweg, R. Oemrawsingh",
    "Huisartsenpraktijk Kennemerhof, A. Zijlstra",
  ],
  pharmacies: ["Apotheek Duinrand", "Apotheek De Hoep", "Apotheek Kennemerhof"],
};

export const STREETS = [
  "Kastanjelaan",
  "Molenweg",
  "Esdoornlaan",
  "Dorpsstraat",
  "Julianastraat",
  "Berkenweg",
  "Nieuwstraat",
  "Kerkstraat",
  "Lijsterbeslaan",
  "Schoolstraat",
  "Meidoornstraat",
  "Merelstraat",
  "Wilgenpad",
  "Parallelweg",
  "Tulpstraat",
  "Zonnebloemstraat",
  "Vinkenlaan",
  "Oranjestraat",
  "Het Hof",
  "Spoorstraat",
] as const;

/** Without the letters post leaves out (F, I, O, Q, U, Y). */
export const POSTCODE_LETTERS = [..."ABCDEGHJKLMNPRTVWXZ"] as const;

export const INSURERS = ["Zilveren Kruis", "VGZ", "CZ", "Menzis", "ONVZ", "Zorg en Zekerheid"] as const;

/** A place where people live or are cared for: what care, who around it, and its address if it is a house. */
export interface Place {
  region: Region;
  /** Kinds of care given there; one that is named more often comes more often */
  kinds: readonly CareKind[];
  house?: { street: string; houseNumber: string; postcode: string; city: string };
}

export const PLACES: Readonly<Record<LeafCode, Place>> = {
  "OOST-1": {
    region: EAST,
    kinds: ["pg", "pg", "pg", "somatic"],
    house: { street: "Elzenlaan", houseNumber: "2", postcode: "7203 EH", city: "Zutphen" },
  },
  "OOST-2": { region: EAST, kinds: ["home"] },
  "WEST-1": {
    region: WEST,
    kinds: ["somatic"],
    house: { street: "Duinweg", houseNumber: "40", postcode: "1931 DZ", city: "Egmond aan Zee" },
  },
  "WEST-2": { region: WEST, kinds: ["ggz"] },
};
