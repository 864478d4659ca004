/** A medicine as the demo prescribes it; codes are ATC. */
export interface Medicine {
  product: string;
  atc: string;
  dose: string;
  route: string;
  reason: string;
  /** One dose, for an administration */
  single: string;
  /** What the pharmacy hands out at a time */
  supply: string;
  asNeeded?: boolean;
}

const oral = "Oraal";

const PARACETAMOL: Medicine = {
  product: "Paracetamol tablet 500 mg",
  atc: "N02BE01",
  dose: "Zo nodig maximaal 4 maal per dag 2 tabletten",
  route: oral,
  reason: "Pijn bij artrose",
  single: "2 tabletten",
  supply: "90 tabletten",
  asNeeded: true,
};
const MACROGOL: Medicine = {
  product: "Macrogol/elektrolyten poeder voor drank",
  atc: "A06AD65",
  dose: "1 maal per dag 1 sachet, oplossen in een half glas water",
  route: oral,
  reason: "Obstipatie",
  single: "1 sachet",
  supply: "30 sachets",
};
const VITAMIN_D: Medicine = {
  product: "Colecalciferol capsule 25.000 IE",
  atc: "A11CC05",
  dose: "1 maal per maand 1 capsule, op de eerste van de maand",
  route: oral,
  reason: "Preventie vitamine D-tekort",
  single: "1 capsule",
  supply: "3 capsules",
};
const METOPROLOL: Medicine = {
  product: "Metoprolol tablet met gereguleerde afgifte 50 mg",
  atc: "C07AB02",
  dose: "1 maal per dag 1 tablet, 's ochtends",
  route: oral,
  reason: "Hypertensie",
  single: "1 tablet",
  supply: "30 tabletten",
};
const FUROSEMIDE: Medicine = {
  product: "Furosemide tablet 40 mg",
  atc: "C03CA01",
  dose: "1 maal per dag 1 tablet, 's ochtends; wekelijks wegen",
  route: oral,
  reason: "Hartfalen",
  single: "1 tablet",
  supply: "30 tabletten",
};
const METFORMIN: Medicine = {
  product: "Metformine tablet 500 mg",
  atc: "A10BA02",
  dose: "2 maal per dag 1 tablet, bij ontbijt en avondeten",
  route: oral,
  reason: "Diabetes mellitus type 2",
  single: "1 tablet",
  supply: "60 tabletten",
};
const APIXABAN: Medicine = {
  product: "Apixaban tablet 2,5 mg",
  atc: "B01AF02",
  dose: "2 maal per dag 1 tablet, vaste tijden",
  route: oral,
  reason: "Boezemfibrilleren",
  single: "1 tablet",
  supply: "60 tabletten",
};
const OMEPRAZOLE: Medicine = {
  product: "Omeprazol maagsapresistente capsule 20 mg",
  atc: "A02BC01",
  dose: "1 maal per dag 1 capsule, voor het ontbijt",
  route: oral,
  reason: "Maagbescherming",
  single: "1 capsule",
  supply: "30 capsules",
};
const RIVASTIGMINE: Medicine = {
  product: "Rivastigmine pleister 4,6 mg/24 uur",
  atc: "N06DA03",
  dose: "1 maal per dag 1 pleister, wisselende plek op de romp",
  route: "Transdermaal",
  reason: "Dementie, Alzheimertype",
  single: "1 pleister",
  supply: "30 pleisters",
};
const SERTRALINE: Medicine = {
  product: "Sertraline tablet 50 mg",
  atc: "N06AB06",
  dose: "1 maal per dag 1 tablet, 's ochtends",
  route: oral,
  reason: "Depressieve stoornis",
  single: "1 tablet",
  supply: "30 tabletten",
};
const QUETIAPINE: Medicine = {
  product: "Quetiapine tablet 25 mg",
  atc: "N05AH04",
  dose: "1 maal per dag 1 tablet, voor de nacht",
  route: oral,
  reason: "Onrust en slecht slapen",
  single: "1 tablet",
  supply: "14 tabletten",
};
const OXAZEPAM: Medicine = {
  product: "Oxazepam tablet 10 mg",
  atc: "N05BA04",
  dose: "Zo nodig 1 tablet bij spanning, maximaal 2 per dag",
  route: oral,
  reason: "Angst en spanning",
  single: "1 tablet",
  supply: "10 tabletten",
  asNeeded: true,
};
const LITHIUM: Medicine = {
  product: "Lithiumcarbonaat tablet 400 mg",
  atc: "N05AN01",
  dose: "1 maal per dag 2 tabletten, 's avonds; spiegel elke 3 maanden",
  route: oral,
  reason: "Bipolaire stoornis",
  single: "2 tabletten",
  supply: "60 tabletten",
};

/** What people in each kind of care commonly use. */
export const MEDICINES = {
  pg: [RIVASTIGMINE, PARACETAMOL, MACROGOL, VITAMIN_D, METOPROLOL, QUETIAPINE],
  somatic: [METOPROLOL, FUROSEMIDE, APIXABAN, PARACETAMOL, MACROGOL, METFORMIN, OMEPRAZOLE],
  ggz: [SERTRALINE, OXAZEPAM, QUETIAPINE, LITHIUM],
  home: [METFORMIN, METOPROLOL, PARACETAMOL, VITAMIN_D, OMEPRAZOLE],
} as const satisfies Record<string, readonly Medicine[]>;

/** Courses that came to an end. */
export const COURSES = [
  {
    product: "Nitrofurantoïne capsule 50 mg",
    atc: "J01XE01",
    dose: "4 maal per dag 1 capsule, 5 dagen",
    route: oral,
    reason: "Blaasontsteking",
    days: 5,
  },
  {
    product: "Amoxicilline capsule 500 mg",
    atc: "J01CA04",
    dose: "3 maal per dag 1 capsule, 7 dagen",
    route: oral,
    reason: "Luchtweginfectie",
    days: 7,
  },
  {
    product: "Prednisolon tablet 30 mg",
    atc: "H02AB06",
    dose: "1 maal per dag 1 tablet, 5 dagen",
    route: oral,
    reason: "Longaanval bij COPD",
    days: 5,
  },
] as const;

export const STOP_REASONS = [
  "Bijwerking: duizeligheid en vallen",
  "Onvoldoende effect",
  "Niet meer nodig na medicatiereview",
] as const;
