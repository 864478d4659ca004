import type { Instrument, Item, Option } from "./instrument";

const ZIB_ITEMS = "urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.0.1";
const LOINC = "http://loinc.org";

const UNKNOWN = { code: "unknown", label: "Weet niet", score: 0 };
const OBSERVED: readonly Option[] = [
  { code: "never", label: "Nooit", score: 0 },
  { code: "sometimes", label: "Soms of altijd", score: 1 },
  UNKNOWN,
];
/** For what a person without delirium does show. */
const OBSERVED_REVERSED: readonly Option[] = [
  { code: "never", label: "Nooit", score: 1 },
  { code: "sometimes", label: "Soms of altijd", score: 0 },
  UNKNOWN,
];

/** One shift; the day's score is the mean of three, with the same cut-point. */
export const DOS: Instrument = {
  code: "dos",
  label: "DOS",
  purpose: "Delier: observatie in één dienst (0–13)",
  system: ZIB_ITEMS,
  items: [
    { code: "18007006", label: "Zakt weg tijdens gesprek of bezigheden", options: OBSERVED },
    { code: "18007007", label: "Is snel afgeleid door prikkels uit de omgeving", options: OBSERVED },
    { code: "18007008", label: "Heeft aandacht voor gesprek of handeling", options: OBSERVED_REVERSED },
    { code: "18007009", label: "Maakt vraag of antwoord niet af", options: OBSERVED },
    { code: "18007010", label: "Geeft antwoorden die niet passen bij de vraag", options: OBSERVED },
    { code: "18007011", label: "Reageert traag op opdrachten", options: OBSERVED },
    { code: "18007012", label: "Denkt ergens anders te zijn", options: OBSERVED },
    { code: "18007013", label: "Beseft welk dagdeel het is", options: OBSERVED_REVERSED },
    { code: "18007014", label: "Herinnert zich recente gebeurtenissen", options: OBSERVED_REVERSED },
    { code: "18007015", label: "Is plukkerig, rommelig, rusteloos", options: OBSERVED },
    { code: "18007016", label: "Trekt aan infuus, sonde, katheter enzovoort", options: OBSERVED },
    { code: "18007017", label: "Is snel of plotseling geëmotioneerd", options: OBSERVED },
    { code: "18007018", label: "Ziet of hoort dingen die er niet zijn", options: OBSERVED },
  ],
  bands: [
    { from: 0, interpretation: "Waarschijnlijk geen delier" },
    { from: 3, interpretation: "Waarschijnlijk een delier", attention: "danger" },
  ],
  source: "Items: zib DOSScore 1.0; afkappunt 3: Schuurmans e.a., Res Theory Nurs Pract 2003;17:31-50",
};

const HOW_OFTEN: readonly Option[] = [
  { code: "LA6568-5", label: "Helemaal niet", score: 0 },
  { code: "LA6569-3", label: "Meerdere dagen", score: 1 },
  { code: "LA6570-1", label: "Meer dan de helft van de dagen", score: 2 },
  { code: "LA6571-9", label: "Bijna elke dag", score: 3 },
];
const frequency = (code: string, label: string): Item => ({ code, label, options: HOW_OFTEN, system: LOINC });

export const PHQ9: Instrument = {
  code: "phq-9",
  label: "PHQ-9",
  purpose: "Depressieve klachten in de afgelopen twee weken (0–27)",
  system: LOINC,
  items: [
    frequency("44250-9", "Weinig interesse of plezier in activiteiten"),
    frequency("44255-8", "Zich neerslachtig, depressief of hopeloos voelen"),
    frequency("44259-0", "Moeilijk inslapen, doorslapen of te veel slapen"),
    frequency("44254-1", "Zich moe voelen of gebrek aan energie hebben"),
    frequency("44251-7", "Weinig eetlust of overmatig eten"),
    frequency("44258-2", "Een slecht gevoel over zichzelf hebben"),
    frequency("44252-5", "Problemen om zich te concentreren"),
    frequency("44253-3", "Traag bewegen of spreken, of juist rusteloos zijn"),
    {
      ...frequency("44260-8", "Gedachten dat u beter dood zou kunnen zijn of uzelf pijn wilt doen"),
      alert: {
        from: 1,
        text: "Gedachten aan dood of zelfbeschadiging: vraag vandaag door en bespreek het met de regiebehandelaar, ook bij een lage totaalscore.",
      },
    },
  ],
  bands: [
    { from: 0, interpretation: "Minimale klachten" },
    { from: 5, interpretation: "Lichte depressieve klachten" },
    { from: 10, interpretation: "Matige depressieve klachten", attention: "warning" },
    { from: 15, interpretation: "Matig ernstige depressieve klachten", attention: "danger" },
    { from: 20, interpretation: "Ernstige depressieve klachten", attention: "danger" },
  ],
  source: "Kroenke, Spitzer, Williams, J Gen Intern Med 2001;16:606-13 (vrij te gebruiken)",
};

export const GAD7: Instrument = {
  code: "gad-7",
  label: "GAD-7",
  purpose: "Angstklachten in de afgelopen twee weken (0–21)",
  system: LOINC,
  items: [
    frequency("69725-0", "Zich zenuwachtig, angstig of gespannen voelen"),
    frequency("68509-9", "Niet kunnen stoppen met piekeren of het niet kunnen beheersen"),
    frequency("69733-4", "Te veel piekeren over verschillende dingen"),
    frequency("69734-2", "Moeite om te ontspannen"),
    frequency("69735-9", "Zo rusteloos zijn dat stilzitten moeilijk is"),
    frequency("69689-8", "Snel geïrriteerd of prikkelbaar zijn"),
    frequency("69736-7", "Bang zijn dat er iets vreselijks gaat gebeuren"),
  ],
  bands: [
    { from: 0, interpretation: "Minimale angst" },
    { from: 5, interpretation: "Lichte angst" },
    { from: 10, interpretation: "Matige angst", attention: "warning" },
    { from: 15, interpretation: "Ernstige angst", attention: "danger" },
  ],
  source: "Spitzer, Kroenke, Williams, Löwe, Arch Intern Med 2006;166:1092-7 (vrij te gebruiken)",
};

const severity = (code: string, label: string): Item => ({ code, label, options: [], range: [0, 4] });

/** Free scores only: the glossary that says what each number means is licensed and not shipped. */
export const HONOS: Instrument = {
  code: "honos",
  label: "HoNOS",
  purpose: "Psychisch en sociaal functioneren, per item 0 (geen probleem) tot 4 (zeer ernstig)",
  items: [
    severity("honos-1", "Hyperactief, agressief, destructief of geagiteerd gedrag"),
    severity("honos-2", "Opzettelijke zelfverwonding"),
    severity("honos-3", "Problematisch alcohol- of drugsgebruik"),
    severity("honos-4", "Cognitieve problemen"),
    severity("honos-5", "Lichamelijke problemen of handicaps"),
    severity("honos-6", "Problemen met hallucinaties en waanideeën"),
    severity("honos-7", "Problemen met depressieve stemming"),
    severity("honos-8", "Overige psychische en gedragsproblemen"),
    severity("honos-9", "Problemen met relaties"),
    severity("honos-10", "Problemen met ADL"),
    severity("honos-11", "Problemen met woonomstandigheden"),
    severity("honos-12", "Problemen met werk en vrijetijdsbesteding"),
  ],
  bands: [{ from: 0, interpretation: "Geen afkappunt voor het totaal; items vanaf 2 vragen aandacht" }],
  source: "Wing e.a., Br J Psychiatry 1998;172:11-8; NL: Mulder e.a., Tijdschr Psychiatr 2004;46:273-84",
};

export const PAIN_NRS: Instrument = {
  code: "pain-nrs",
  label: "Pijnscore (NRS)",
  purpose: "Pijn op dit moment, van 0 (geen) tot 10 (ergst denkbaar)",
  items: [{ code: "nrs", label: "Pijncijfer", options: [], range: [0, 10] }],
  bands: [
    { from: 0, interpretation: "Geen pijn" },
    { from: 1, interpretation: "Lichte pijn" },
    { from: 4, interpretation: "Matige pijn", attention: "warning" },
    { from: 7, interpretation: "Ernstige pijn", attention: "danger" },
  ],
  source: "VMS-praktijkgids Vroege herkenning en behandeling van pijn, 2009",
};
