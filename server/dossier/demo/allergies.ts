/** Believable allergies for the demo organisation. */
export const ALLERGY_EPISODES = [
  {
    substance: "Penicilline",
    substanceCode: "764146007",
    category: "medication",
    criticality: "high",
    severity: "severe",
    reaction: "Huiduitslag, benauwdheid",
    note: "Opgetreden na een kuur bij luchtweginfectie. Geen amoxicilline geven.",
  },
  {
    substance: "Lactose",
    substanceCode: "47703008",
    category: "food",
    criticality: "low",
    severity: "mild",
    reaction: "Buikklachten",
    note: "Kleine hoeveelheden in warme gerechten gaan goed.",
  },
  {
    substance: "Pleister met colofonium",
    substanceCode: null,
    category: "environment",
    criticality: "low",
    severity: "mild",
    reaction: "Rode, jeukende huid",
    note: "Siliconenpleister gebruiken.",
  },
  {
    substance: "Wespengif",
    substanceCode: "288328004",
    category: "environment",
    criticality: "high",
    severity: "moderate",
    reaction: "Zwelling en duizeligheid",
    note: null,
  },
] as const;
