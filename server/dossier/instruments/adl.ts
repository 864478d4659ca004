import type { Instrument } from "./instrument";

const ZIB_ITEMS = "urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.0.1";
const OPTIONS = "urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.1.";

/** Wording of items and options: zib BarthelADLIndex 3.1 (2020), Nictiz, CC0. */
export const BARTHEL: Instrument = {
  code: "barthel",
  label: "Barthel-index",
  purpose: "Zelfstandigheid in algemene dagelijkse levensverrichtingen (0–20)",
  system: ZIB_ITEMS,
  items: [
    {
      code: "4002004",
      label: "Darm",
      system: `${OPTIONS}1`,
      options: [
        { code: "FECAL0", label: "Incontinent", score: 0 },
        { code: "FECAL1", label: "Ongelukje: af en toe een ongelukje", score: 1 },
        { code: "FECAL2", label: "Continent", score: 2 },
      ],
    },
    {
      code: "4002003",
      label: "Blaas",
      system: `${OPTIONS}2`,
      options: [
        { code: "URIN0", label: "Incontinent of katheter", score: 0 },
        { code: "URIN1", label: "Ongelukje: af en toe (max. 1 keer per 24 uur)", score: 1 },
        { code: "URIN2", label: "Continent (gedurende meer dan 7 dagen)", score: 2 },
      ],
    },
    {
      code: "4002005",
      label: "Uiterlijke verzorging",
      system: `${OPTIONS}3`,
      options: [
        { code: "GROOM0", label: "Heeft hulp nodig", score: 0 },
        { code: "GROOM1", label: "Onafhankelijk (gezicht, haar, tanden, scheren)", score: 1 },
      ],
    },
    {
      code: "4002006",
      label: "Toiletgebruik",
      system: `${OPTIONS}4`,
      options: [
        { code: "TOIL0", label: "Afhankelijk", score: 0 },
        { code: "TOIL1", label: "Heeft enige hulp nodig maar kan sommige dingen zelf", score: 1 },
        { code: "TOIL2", label: "Onafhankelijk (op en af, uit- en aankleden, afvegen)", score: 2 },
      ],
    },
    {
      code: "4002007",
      label: "Eten",
      system: `${OPTIONS}5`,
      options: [
        { code: "FEED0", label: "Niet in staat (niet zelfstandig)", score: 0 },
        { code: "FEED1", label: "Heeft hulp nodig bij snijden, smeren van boter, enz.", score: 1 },
        { code: "FEED2", label: "Onafhankelijk", score: 2 },
      ],
    },
    {
      code: "4002008",
      label: "Transfers (bed-stoel en terug)",
      system: `${OPTIONS}6`,
      options: [
        { code: "TRANS0", label: "Niet in staat (niet zelfstandig)", score: 0 },
        { code: "TRANS1", label: "Veel hulp (1-2 mensen lichamelijk)", score: 1 },
        { code: "TRANS2", label: "Weinig hulp (met hulp van woorden of lichamelijk)", score: 2 },
        { code: "TRANS3", label: "Onafhankelijk", score: 3 },
      ],
    },
    {
      code: "4002009",
      label: "Mobiliteit",
      system: `${OPTIONS}7`,
      options: [
        { code: "MOBIL0", label: "Kan zich niet verplaatsen", score: 0 },
        {
          code: "MOBIL1",
          label: "Onafhankelijk met rolstoel, incl. het zonder hulp nemen van hoeken en deuren",
          score: 1,
        },
        { code: "MOBIL2", label: "Loopt met hulp van 1 persoon (woorden of lichamelijk)", score: 2 },
        { code: "MOBIL3", label: "Onafhankelijk", score: 3 },
      ],
    },
    {
      code: "4002010",
      label: "Aan- en uitkleden",
      system: `${OPTIONS}8`,
      options: [
        { code: "DRESS0", label: "Afhankelijk", score: 0 },
        { code: "DRESS1", label: "Heeft hulp nodig maar kan ongeveer de helft zelf", score: 1 },
        { code: "DRESS2", label: "Onafhankelijk", score: 2 },
      ],
    },
    {
      code: "4002011",
      label: "Trappen lopen",
      system: `${OPTIONS}9`,
      options: [
        { code: "CLIMB0", label: "Niet in staat", score: 0 },
        { code: "CLIMB1", label: "Heeft hulp nodig (woorden, lichamelijk of hulpmiddel)", score: 1 },
        { code: "CLIMB2", label: "Onafhankelijk naar boven en naar beneden", score: 2 },
      ],
    },
    {
      code: "4002012",
      label: "Baden en douchen",
      system: `${OPTIONS}10`,
      options: [
        { code: "BATH0", label: "Afhankelijk", score: 0 },
        { code: "BATH1", label: "Onafhankelijk", score: 1 },
      ],
    },
  ],
  bands: [
    { from: 0, interpretation: "Volledig hulpbehoevend", attention: "danger" },
    { from: 5, interpretation: "Ernstig hulpbehoevend", attention: "warning" },
    { from: 10, interpretation: "Heeft hulp nodig, doet ook veel zelf" },
    { from: 15, interpretation: "Redelijk tot goed zelfstandig" },
    { from: 20, interpretation: "Volledig zelfstandig" },
  ],
  source: "Items: zib BarthelADLIndex 3.1; afkappunten: De Haan e.a., Ned Tijdschr Geneeskd 1993;137:917-21",
};
