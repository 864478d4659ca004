import type { Instrument } from "./instrument";

const ZIB_ITEMS = "urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.0.1";
const LISTS = "urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.";

const WELL = "Niet ondervoed";
const MODERATE = "Matig ondervoed";
const SEVERE = "Ernstig ondervoed";

/** Hospital patients; cut-points 2 and 3. */
export const SNAQ: Instrument = {
  code: "snaq",
  label: "SNAQ",
  purpose: "Ondervoeding bij opname (ziekenhuis)",
  system: ZIB_ITEMS,
  items: [
    {
      code: "4006003",
      label: "Gewichtsverlies",
      system: `${LISTS}5.1`,
      options: [
        { code: "G0", label: "Geen gewichtsverlies", score: 0 },
        { code: "G1", label: "Meer dan 3 kg in de laatste maand", score: 2 },
        { code: "G2", label: "Meer dan 6 kg in de laatste 6 maanden", score: 3 },
        { code: "G3", label: "Meer dan 3 kg in de laatste maand én meer dan 6 kg in 6 maanden", score: 5 },
      ],
    },
    {
      code: "4006004",
      label: "Eetlust",
      system: `${LISTS}5.2`,
      options: [
        { code: "B0", label: "Normale eetlust", score: 0 },
        { code: "B1", label: "Verminderde eetlust de afgelopen maand", score: 1 },
      ],
    },
    {
      code: "4006005",
      label: "Drink- of sondevoeding",
      system: `${LISTS}5.3`,
      options: [
        { code: "Z0", label: "Geen drink- of sondevoeding", score: 0 },
        { code: "Z1", label: "Drink- of sondevoeding in de afgelopen maand", score: 1 },
      ],
    },
  ],
  bands: [
    { from: 0, interpretation: WELL },
    { from: 2, interpretation: MODERATE, attention: "warning" },
    { from: 3, interpretation: SEVERE, attention: "danger" },
  ],
  source: "Items: zib SNAQScore 3.2; afkappunten: Kruizenga e.a., Clin Nutr 2005;24:75-82",
};

/**
 * People over 65 at home. The traffic light in points: weight loss or a thin arm (3) is red by itself, little
 * appetite with little exertion (1 + 1) is orange, one of those alone is green.
 */
export const SNAQ65: Instrument = {
  code: "snaq65plus",
  label: "SNAQ65+",
  purpose: "Ondervoeding bij thuiswonende ouderen",
  system: ZIB_ITEMS,
  items: [
    {
      code: "4030003",
      label: "Gewichtsverlies",
      system: `${LISTS}18.1`,
      options: [
        { code: "G0", label: "Minder dan 4 kg in de laatste 6 maanden", score: 0 },
        { code: "G2", label: "4 kg of meer in de laatste 6 maanden", score: 3 },
      ],
    },
    {
      code: "4030008",
      label: "Bovenarmomtrek",
      system: `${LISTS}18.4`,
      options: [
        { code: "A0", label: "25 cm of meer", score: 0 },
        { code: "A1", label: "Minder dan 25 cm", score: 3 },
      ],
    },
    {
      code: "4030004",
      label: "Eetlust",
      system: `${LISTS}18.2`,
      options: [
        { code: "B0", label: "Normale eetlust", score: 0 },
        { code: "B1", label: "Verminderde eetlust de afgelopen week", score: 1 },
      ],
    },
    {
      code: "4030005",
      label: "Inspanning (trap van 15 treden oplopen)",
      system: `${LISTS}18.3`,
      options: [
        { code: "In0", label: "In staat tot fysieke inspanning", score: 0 },
        { code: "In1", label: "Niet in staat tot fysieke inspanning", score: 1 },
      ],
    },
  ],
  bands: [
    { from: 0, interpretation: WELL },
    { from: 2, interpretation: "Risico op ondervoeding", attention: "warning" },
    { from: 3, interpretation: "Ondervoed", attention: "danger" },
  ],
  source: "Items: zib SNAQ65+Score 1.2; stoplicht: Wijnhoven e.a., Clin Nutr 2012;31:351-8",
};

/**
 * Residents of nursing homes: one red answer (2 points), or two orange ones, is severe. A BMI of 28 and up, which
 * the zib code list leaves out, counts like 22–28: overweight is no undernutrition.
 */
export const SNAQRC: Instrument = {
  code: "snaqrc",
  label: "SNAQrc",
  purpose: "Ondervoeding in verpleeg- en verzorgingshuizen",
  system: ZIB_ITEMS,
  items: [
    {
      code: "4029003",
      label: "Gewichtsverlies",
      system: `${LISTS}19.1`,
      options: [
        { code: "G0", label: "Geen gewichtsverlies", score: 0 },
        { code: "G1", label: "Meer dan 6 kg in de laatste 6 maanden", score: 2 },
        { code: "G2", label: "Meer dan 3 kg in de laatste maand", score: 2 },
      ],
    },
    {
      code: "4029008",
      label: "Hulp bij eten",
      system: "http://snomed.info/sct",
      options: [
        { code: "165224005", label: "In staat om zelfstandig te eten", score: 0 },
        { code: "129033007", label: "Hulp nodig bij eten", score: 1 },
      ],
    },
    {
      code: "4029004",
      label: "Eetlust",
      system: `${LISTS}19.2`,
      options: [
        { code: "B0", label: "Normale eetlust", score: 0 },
        { code: "B1", label: "Verminderde eetlust de afgelopen maand", score: 1 },
      ],
    },
    {
      code: "4029005",
      label: "BMI",
      system: `${LISTS}19.3`,
      options: [
        { code: "B0", label: "22 of hoger", score: 0 },
        { code: "B1", label: "20 tot 22", score: 1 },
        { code: "B2", label: "Lager dan 20", score: 2 },
      ],
    },
  ],
  bands: [
    { from: 0, interpretation: WELL },
    { from: 1, interpretation: MODERATE, attention: "warning" },
    { from: 2, interpretation: SEVERE, attention: "danger" },
  ],
  source: "Items: zib SNAQrcScore 1.2; stoplicht: Kruizenga e.a., J Nutr Health Aging 2010;14:83-9",
};

/** Malnutrition Universal Screening Tool (BAPEN). */
export const MUST: Instrument = {
  code: "must",
  label: "MUST",
  purpose: "Risico op ondervoeding bij volwassenen",
  system: ZIB_ITEMS,
  items: [
    {
      code: "4005003",
      label: "BMI",
      system: `${LISTS}4.1`,
      options: [
        { code: "B0", label: "BMI hoger dan 20 kg/m²", score: 0 },
        { code: "B1", label: "BMI tussen 18,5 en 20 kg/m²", score: 1 },
        { code: "B2", label: "BMI lager dan 18,5 kg/m²", score: 2 },
      ],
    },
    {
      code: "4005004",
      label: "Gewichtsverlies",
      system: `${LISTS}4.2`,
      options: [
        { code: "G0", label: "Minder dan 5%", score: 0 },
        { code: "G1", label: "5 tot 10%", score: 1 },
        { code: "G2", label: "Meer dan 10%", score: 2 },
      ],
    },
    {
      code: "4005005",
      label: "Acuut ziek zonder voedingsinname (meer dan 5 dagen)",
      system: `${LISTS}4.3`,
      options: [
        { code: "Z0", label: "Niet ziek", score: 0 },
        { code: "Z1", label: "Ziek", score: 2 },
      ],
    },
  ],
  bands: [
    { from: 0, interpretation: "Laag risico op ondervoeding" },
    { from: 1, interpretation: "Matig risico op ondervoeding", attention: "warning" },
    { from: 2, interpretation: "Hoog risico op ondervoeding", attention: "danger" },
  ],
  source: "Items: zib MUSTScore 3.2; afkappunten: BAPEN, The 'MUST' Explanatory Booklet, 2011",
};
