import type { DemoPen } from "../demo-pen";

type Kind = DemoPen["client"]["careKind"];

/** A report by a practitioner: SOEP lines or free text, for whom, and who may see it. */
export interface ClinicalReport {
  discipline: string;
  category: string;
  title: string;
  kinds: readonly Kind[];
  soap?: readonly [subjective: string, objective: string, assessment: string, plan: string];
  text?: string;
  hidden?: boolean;
  expertises?: readonly string[];
}

const ALL: readonly Kind[] = ["pg", "somatic", "ggz", "home"];

export const CLINICAL_REPORTS: readonly ClinicalReport[] = [
  {
    discipline: "elderly-care-physician",
    category: "medical",
    title: "Visite",
    kinds: ["pg", "somatic"],
    soap: [
      "{M} geeft aan [zich slap te voelen|meer pijn in de heup te hebben|benauwd te zijn bij inspanning|geen klachten te hebben].",
      "[Niet acuut ziek.|Vermoeide indruk.] RR {118-158}/{64-88}, pols {62-96}, temp {36-37},{1-9}. [Pulmonaal vesiculair ademgeruis.|Enkeloedeem beiderzijds.|Pijn bij draaien van de heup.]",
      "[Beginnend hartfalen.|Bekende artrose.|Vermoedelijk urineweginfectie.|Stabiel beeld.]",
      "[Furosemide ophogen, gewicht dagelijks, over een week lab.|Paracetamol vast, evaluatie over twee weken.|Urinekweek, tot dan afwachten.|Geen wijziging van beleid.] [{F} geïnformeerd.|]",
    ],
  },
  {
    discipline: "elderly-care-physician",
    category: "medical",
    title: "Onbegrepen gedrag",
    kinds: ["pg"],
    soap: [
      "Team ziet sinds {2-5} weken [meer onrust in de late middag|afweer bij de zorg|roepen in de huiskamer].",
      "Geen aanwijzingen voor pijn of infectie. DOS {0-2}. Slaapt {4-6} uur per nacht.",
      "Onbegrepen gedrag bij dementie, mogelijk [over- en onderprikkeling|vermoeidheid|gemis van {h} {p}].",
      "Psycholoog in consult. Rustmoment na de lunch. Geen psychofarmaca. Evaluatie over drie weken.",
    ],
  },
  {
    discipline: "psychologist",
    category: "treatment",
    title: "Consult omgangsadvies",
    kinds: ["pg"],
    soap: [
      "Team ervaart machteloosheid bij [het zoeken naar huis|de ochtendzorg|het roepen].",
      "Geobserveerd in de huiskamer: {m} zoekt oogcontact en [ontspant bij aanraking|schrikt van drukte|volgt vaste gezichten].",
      "Gedrag past bij behoefte aan nabijheid en voorspelbaarheid.",
      "Omgangsadvies: van voren benaderen, één opdracht tegelijk, niet corrigeren. Besproken in het team. Evaluatie over vier weken.",
    ],
  },
  {
    discipline: "psychologist",
    category: "treatment",
    title: "Behandelgesprek",
    kinds: ["ggz"],
    expertises: ["psychologist"],
    soap: [
      "{M} vertelt over [de herinneringen die 's nachts terugkomen|schaamte naar {h} familie|angst om opnieuw opgenomen te worden].",
      "[Verzorgd, oogcontact matig, affect vlak.|Geagiteerd, gedachten logisch.|Emotioneel, kan goed terugkijken.] Geen suïcidale gedachten.",
      "[Vermijding houdt de klachten in stand.|Voorzichtig herstel.|Spanning neemt toe rond de jaardag.]",
      "[Huiswerk: gedachtenschema.|Start EMDR volgende zitting.|Signaleringsplan aangepast.] Vervolg over {1-2} weken.",
    ],
  },
  {
    discipline: "psychologist",
    category: "treatment",
    title: "Gesprek over rouw",
    kinds: ["pg", "somatic", "home"],
    expertises: ["psychologist"],
    text: "{M} sprak over het overlijden van {h} {p}. Verdriet komt vooral 's avonds op. {Z} wil niet dat dit in het team rondgaat. Volgende week weer een gesprek.",
  },
  {
    discipline: "psychiatrist",
    category: "medical",
    title: "Medicatiecontrole",
    kinds: ["ggz"],
    soap: [
      "{M} ervaart [minder stemmen|veel sufheid|gewichtstoename|geen bijwerkingen].",
      "Psychiatrisch onderzoek: [stemming normofoor|stemming licht gedrukt], realiteitstoetsing [intact|wisselend]. Geen EPS.",
      "[Gedeeltelijke respons.|Stabiel op huidige dosering.]",
      "[Dosering gelijk, spiegel over vier weken.|Langzaam afbouwen in stappen van vier weken.|Metabole controle inplannen.]",
    ],
  },
  {
    discipline: "psychiatrist",
    category: "medical",
    title: "Risicotaxatie",
    kinds: ["ggz"],
    hidden: true,
    expertises: ["psychiatrist", "psychologist"],
    text: "Risico op terugval en zelfbeschadiging beoordeeld: [laag|matig]. Beschermend zijn het contact met {f} en de dagbesteding. {M} wil deze inschatting niet zelf lezen voordat die met {o} is besproken.",
  },
  {
    discipline: "nurse-practitioner",
    category: "nursing",
    title: "Wondconsult",
    kinds: ["somatic", "home"],
    soap: [
      "{M} heeft [weinig pijn|pijn bij het verwisselen, NRS {3-6}].",
      "[Decubitus categorie {2-3} hiel|Ulcus cruris links], {2-5} bij {1-4} cm, [granulerend|met geel beslag].",
      "[Genezing vordert.|Genezing stagneert door oedeem.]",
      "[Schuimverband om de drie dagen.|Compressie aangepast.|Drukverdelend matras aangevraagd.] Controle over twee weken.",
    ],
  },
  {
    discipline: "physiotherapist",
    category: "treatment",
    title: "Behandeling mobiliteit",
    kinds: ["pg", "somatic", "home"],
    text: "[Looptraining met rollator, {20-80} meter.|Transfers geoefend met de draaischijf.|Balansoefeningen in stand.] Timed up and go {18-34} seconden. [Advies: dagelijks twee keer lopen naar de huiskamer.|Schoenen zitten los, {f} koopt nieuwe.|Doel bereikt, controle over zes weken.]",
  },
  {
    discipline: "occupational-therapist",
    category: "treatment",
    title: "Aanpassing hulpmiddel",
    kinds: ["pg", "somatic", "home"],
    text: "[Rolstoel opnieuw afgesteld: voetsteunen hoger, zitkussen vervangen.|Douchestoel met armleuningen geplaatst.|Verhoogd toilet en beugel beoordeeld.] {M} zit [nu rechtop en zakt niet meer onderuit|stabieler].",
  },
  {
    discipline: "dietitian",
    category: "treatment",
    title: "Voedingsadvies",
    kinds: ["pg", "somatic", "home"],
    text: "SNAQrc [oranje|rood]. {M} eet ongeveer {50-75} procent van de maaltijden. Advies: verrijkte tussendoortjes om 10 en 15 uur, [eiwitrijke drinkvoeding twee keer per dag|volle zuivel|maaltijd in kleine porties]. Wekelijks wegen.",
  },
  {
    discipline: "speech-therapist",
    category: "treatment",
    title: "Slikonderzoek",
    kinds: ["pg", "somatic"],
    text: "Verslikt zich in [dunne dranken|koek en brood]. Advies: [licht verdikte dranken|gemalen voeding], rechtop zitten, kleine slokken, kin naar de borst. Besproken met het team en {f}.",
  },
  {
    discipline: "social-worker",
    category: "family",
    title: "Gesprek met familie",
    kinds: ALL,
    text: "Gesprek met {f} over [de verkoop van de woning|schuldgevoel na de verhuizing|de verdeling van taken in de familie|bewindvoering]. [Er is opluchting dat het besproken is.|Afgesproken: één vast aanspreekpunt in het team.|Vervolg over een maand.]",
  },
  {
    discipline: "social-worker",
    category: "family",
    title: "Zorgen om thuissituatie",
    kinds: ALL,
    hidden: true,
    text: "{M} vertelt in vertrouwen dat er [ruzie is over geld|druk wordt uitgeoefend om te tekenen|thuis geschreeuwd wordt]. Meldcode stap 1 en 2 doorlopen, overlegd met de aandachtsfunctionaris. Niet met familie bespreken voordat er een plan is.",
  },
  {
    discipline: "spiritual-carer",
    category: "wellbeing",
    title: "Gesprek geestelijke verzorging",
    kinds: ["pg", "somatic", "home"],
    hidden: true,
    expertises: ["spiritual-carer"],
    text: "Gesproken over [afscheid en wat nog gezegd moet worden|het geloof van vroeger|de vraag of het zo genoeg is geweest]. {M} vond het fijn om dit te delen en wil dat het onder ons blijft.",
  },
  {
    discipline: "nurse",
    category: "meeting",
    title: "Multidisciplinair overleg",
    kinds: ALL,
    text: "Aanwezig: behandelaar, verpleegkundige, contactverzorgende, {f}. Besproken: [dagritme en slaap|voeding en gewicht|mobiliteit en valrisico|medicatie]. Doelen in het zorgplan [bijgesteld|blijven gelijk]. Volgend overleg over zes maanden.",
  },
  {
    discipline: "nurse",
    category: "incident",
    title: "Val",
    kinds: ["pg", "somatic", "home"],
    text: "{M} gevonden [naast het bed|in de badkamer|op de gang] om {T} uur. [Geen zichtbaar letsel, geen pijn bij bewegen.|Buil op het achterhoofd, controles gestart.|Schaafwond aan de knie verzorgd.] Arts en {f} ingelicht, melding gemaakt. Hoog-laagbed in laagste stand.",
  },
  {
    discipline: "physician",
    category: "medical",
    title: "Polibezoek",
    kinds: ["ggz", "home"],
    soap: [
      "Komt voor [bloeddruk|vermoeidheid|controle suiker|hoofdpijn].",
      "RR {124-160}/{72-94}, gewicht {58-96} kg.",
      "[Hypertensie, matig ingesteld.|Geen alarmsymptomen.|Diabetes, HbA1c {48-62}.]",
      "[Leefstijladvies, controle over drie maanden.|Amlodipine naar 10 mg.|Lab aangevraagd.]",
    ],
  },
];
