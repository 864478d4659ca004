import type { DemoPen } from "../demo-pen";

export interface KnownGoal {
  goal: string;
  domain: string;
  actions: readonly (readonly [action: string, who: string, frequency: string])[];
  /** What an evaluation says when it goes well, is under way, or is hard going */
  evaluations: { well: string; ongoing: string; hard: string };
}

const MOBILITY: KnownGoal = {
  goal: "{M} loopt zelf met de rollator naar de huiskamer",
  domain: "physical",
  actions: [
    ["Meelopen op een meter afstand, rollator op de rem voor het opstaan", "Verzorging", "3 keer per dag"],
    ["Oefenen van opstaan en balans", "Fysiotherapeut", "1 keer per week"],
  ],
  evaluations: {
    well: "Doel gehaald: {z} loopt nu zelfstandig naar de huiskamer.",
    ongoing: "Lukt {3-6} van de 7 dagen. Doorgaan.",
    hard: "Door pijn in de heup lukt het minder. Arts gevraagd mee te kijken.",
  },
};
const WEIGHT: KnownGoal = {
  goal: "Gewicht blijft boven {52-72} kg",
  domain: "physical",
  actions: [
    ["Verrijkt tussendoortje aanbieden om 10 en 15 uur", "Verzorging", "Dagelijks"],
    ["Wegen op maandag voor het ontbijt", "Verzorging", "1 keer per week"],
    ["Voedingsadvies bijstellen", "Diëtist", "Eens per 6 weken"],
  ],
  evaluations: {
    well: "Gewicht is {1-2} kg toegenomen. Verrijking blijft.",
    ongoing: "Gewicht stabiel. Drinkvoeding wordt goed genomen.",
    hard: "Gewicht daalt verder. Diëtist en arts betrokken.",
  },
};
const SKIN: KnownGoal = {
  goal: "De huid van de stuit blijft gaaf",
  domain: "physical",
  actions: [
    ["Wisselligging, huid bekijken bij de zorg", "Verzorging", "Iedere 4 uur"],
    ["Antidecubitusmatras controleren", "Verpleegkundige", "1 keer per week"],
  ],
  evaluations: {
    well: "Huid is gaaf, wisselligging mag ruimer.",
    ongoing: "Lichte roodheid, wegdrukbaar. Doorgaan.",
    hard: "Wondje van 1 cm ontstaan. Wondconsult aangevraagd.",
  },
};

/** Goals with their actions, by kind of care. */
export const CARE_GOALS: Readonly<Record<DemoPen["client"]["careKind"], readonly KnownGoal[]>> = {
  pg: [
    MOBILITY,
    WEIGHT,
    {
      goal: "{M} slaapt minstens 6 uur per nacht",
      domain: "mental",
      actions: [
        ["Vast ritueel: warme melk, gordijnen dicht, nachtlampje aan", "Avonddienst", "Dagelijks"],
        ["Overdag naar buiten in het daglicht", "Activiteitenbegeleider", "Dagelijks een half uur"],
        ["Slaap bijhouden op de lijst", "Nachtdienst", "Twee weken"],
      ],
      evaluations: {
        well: "Slaapt nu {6-7} uur aaneen. Doel gehaald.",
        ongoing: "Slaapt {4-6} uur, minder vaak op de gang.",
        hard: "Wordt nog {2-4} keer per nacht wakker. Psycholoog denkt mee.",
      },
    },
    {
      goal: "{M} voelt zich veilig tijdens de zorg",
      domain: "mental",
      actions: [
        ["Van voren benaderen, één opdracht tegelijk, muziek aan", "Verzorging", "Ieder zorgmoment"],
        ["Vaste gezichten inplannen", "Teamleider", "Wekelijks"],
      ],
      evaluations: {
        well: "Geen afweer meer gezien. Team blijft dit zo doen.",
        ongoing: "Minder afweer bij vaste collega's.",
        hard: "Nog vaak afweer bij het douchen. Overstap naar verzorgend wassen.",
      },
    },
    {
      goal: "{M} doet iedere dag iets waar {z} plezier in heeft",
      domain: "participation",
      actions: [
        ["Zingen, wandelen of helpen in de keuken aanbieden", "Activiteitenbegeleider", "Dagelijks"],
        ["Fotoboek bekijken met {f}", "Familie", "1 keer per week"],
      ],
      evaluations: {
        well: "Doet {5-7} dagen per week mee en geniet.",
        ongoing: "Geniet vooral van muziek, groep soms te druk.",
        hard: "Trekt zich terug. Eén-op-één-contact geprobeerd.",
      },
    },
  ],
  somatic: [
    MOBILITY,
    WEIGHT,
    SKIN,
    {
      goal: "Pijn is overdag niet hoger dan NRS 4",
      domain: "physical",
      actions: [
        ["Pijn meten met de NRS", "Verpleegkundige", "2 keer per dag"],
        ["Pijnmedicatie een half uur voor de zorg", "Verzorging", "Dagelijks"],
      ],
      evaluations: {
        well: "NRS al twee weken 2 tot 3.",
        ongoing: "NRS wisselt tussen 3 en 5.",
        hard: "NRS in de ochtend 6. Arts past medicatie aan.",
      },
    },
    {
      goal: "{M} kan weer zelf bezoek ontvangen in {h} eigen kamer",
      domain: "living",
      actions: [["Kamer samen inrichten, stoel voor bezoek", "Contactverzorgende", "Eenmalig"]],
      evaluations: {
        well: "Kamer is ingericht, bezoek komt wekelijks.",
        ongoing: "Stoel is besteld.",
        hard: "Te vermoeid voor bezoek, korte momenten.",
      },
    },
  ],
  home: [
    {
      goal: "{M} neemt de medicijnen op tijd in",
      domain: "physical",
      actions: [
        ["Toezien op inname uit de dispenser", "Wijkverpleging", "2 keer per dag"],
        ["Baxterrol controleren", "Apotheek", "1 keer per week"],
      ],
      evaluations: {
        well: "Geen vergeten medicatie in zes weken.",
        ongoing: "Eén keer vergeten in twee weken.",
        hard: "Avondmedicatie blijft liggen. Extra zorgmoment aangevraagd.",
      },
    },
    {
      goal: "{M} valt niet meer in huis",
      domain: "living",
      actions: [
        ["Losse kleden weg, beugels in de badkamer", "Ergotherapeut", "Eenmalig"],
        ["Personenalarm dragen en testen", "{n}", "Dagelijks"],
      ],
      evaluations: {
        well: "Geen val meer sinds de aanpassingen.",
        ongoing: "Beugels geplaatst, alarm soms niet om.",
        hard: "Opnieuw gevallen. Valanalyse gedaan.",
      },
    },
    {
      goal: "{F} houdt de mantelzorg vol",
      domain: "participation",
      actions: [
        ["Gesprek over belasting en respijtzorg", "Casemanager", "1 keer per maand"],
        ["Dagbesteding", "Dagcentrum", "2 dagen per week"],
      ],
      evaluations: {
        well: "Dagbesteding geeft lucht. Mantelzorger slaapt weer.",
        ongoing: "Eén dag dagbesteding gestart.",
        hard: "Overbelasting neemt toe. Logeeropvang besproken.",
      },
    },
    SKIN,
  ],
  ggz: [
    {
      goal: "{M} heeft een vast dagritme",
      domain: "mental",
      actions: [
        ["Dagplanning maken en bespreken", "Begeleider", "2 keer per week"],
        ["Dagbesteding in de fietsenwerkplaats", "Trajectbegeleider", "3 dagdelen"],
      ],
      evaluations: {
        well: "Staat {5-6} dagen voor negen uur op.",
        ongoing: "Lukt {3-4} dagen per week.",
        hard: "Draait dag en nacht om. Slaapschema gestart.",
      },
    },
    {
      goal: "{M} herkent spanning en gebruikt het signaleringsplan",
      domain: "treatment",
      actions: [
        ["Signaleringsplan bijwerken", "Verpleegkundige", "Maandelijks"],
        ["Cognitieve gedragstherapie", "Psycholoog", "Eens per 2 weken"],
      ],
      evaluations: {
        well: "Heeft drie keer zelf op tijd hulp gevraagd.",
        ongoing: "Herkent spanning, vraagt nog laat om hulp.",
        hard: "Crisiscontact nodig geweest. Plan aangescherpt.",
      },
    },
    {
      goal: "{M} heeft overzicht over geld en post",
      domain: "living",
      actions: [["Post openen en budget doornemen", "Maatschappelijk werker", "1 keer per week"]],
      evaluations: {
        well: "Geen nieuwe betalingsachterstand.",
        ongoing: "Post is bij, budget nog krap.",
        hard: "Nieuwe aanmaning. Bewindvoering besproken.",
      },
    },
    {
      goal: "{M} ziet {f} weer regelmatig",
      domain: "participation",
      actions: [["Samen koffie drinken, begeleider in de buurt", "Begeleider", "Eens per 2 weken"]],
      evaluations: {
        well: "Zien elkaar nu wekelijks.",
        ongoing: "Twee keer gezien, ging goed.",
        hard: "Afspraak afgezegd na ruzie. Opnieuw voorbereiden.",
      },
    },
  ],
};
