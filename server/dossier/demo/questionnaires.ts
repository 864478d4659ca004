import type { AskedQuestion, questionnaires } from "@/db/schema/dossier/questionnaires";
import type { DemoPen } from "../demo-pen";
import { instantOf } from "../fhir-time";
import type { Draft } from "../part";

type Entry = Draft<typeof questionnaires>;

interface Questionnaire {
  title: string;
  edition: string;
  /** Question and the answers the demo picks from */
  questions: readonly (readonly [question: string, answers: readonly string[]])[];
}

const GRADES = ["7", "8", "8", "9", "6"];
const OFTEN = ["Altijd", "Meestal", "Soms"];

const EXPERIENCE: Questionnaire = {
  title: "Ervaren zorg",
  edition: "2026",
  questions: [
    ["Komen de zorgverleners hun afspraken goed na?", OFTEN],
    ["Is er genoeg aandacht voor hoe het met u gaat?", OFTEN],
    ["Voelt u zich op uw gemak bij de zorgverleners?", OFTEN],
    ["Kunt u meebeslissen over uw zorg?", OFTEN],
    ["Weet u bij wie u terechtkunt met vragen of klachten?", ["Ja", "Ja", "Nee, niet precies"]],
    ["Welk cijfer geeft u de zorg?", GRADES],
    [
      "Wat gaat goed?",
      ["De vaste gezichten.", "Ze nemen de tijd, ook als het druk is.", "Het eten en de muziekmiddag."],
    ],
    [
      "Wat kan beter?",
      [
        "Soms lang wachten op de bel.",
        "Niets, het is prima zo.",
        "Vaker naar buiten, ook als het minder weer is.",
      ],
    ],
  ],
};

const INTAKE: Questionnaire = {
  title: "Intake welzijn",
  edition: "3",
  questions: [
    [
      "Waar komt u vandaan?",
      ["Hier geboren en gebleven.", "Uit de stad, in 1975 hierheen verhuisd.", "Van een boerderij."],
    ],
    [
      "Wat voor werk heeft u gedaan?",
      ["Naaister, later huishouden.", "Timmerman.", "Lerares op de lagere school."],
    ],
    [
      "Wie zijn belangrijk voor u?",
      ["Mijn dochter en de kleinkinderen.", "Mijn broer, die belt elke zondag.", "De buren."],
    ],
    [
      "Wat doet u graag op een dag?",
      ["Kranten lezen, wandelen.", "Breien en naar de radio luisteren.", "Kaarten, liefst klaverjassen."],
    ],
    [
      "Hoe ziet een goede ochtend eruit?",
      ["Rustig wakker worden, koffie om half negen.", "Vroeg op, eerst de vogels voeren."],
    ],
    [
      "Heeft geloof of levensbeschouwing een plek?",
      ["Ja, kerkdienst op zondag.", "Nee.", "Vroeger wel, nu minder."],
    ],
    [
      "Wat moeten wij vooral niet doen?",
      ["Mij haasten.", "Over mijn hoofd heen praten.", "De radio uitzetten."],
    ],
  ],
};

const MOOD: Questionnaire = {
  title: "Evaluatie behandeling",
  edition: "1",
  questions: [
    ["Hoe gaat het nu, vergeleken met het begin?", ["Veel beter", "Iets beter", "Hetzelfde"]],
    ["Heeft u aan uw doelen kunnen werken?", OFTEN],
    ["Hoe vond u de samenwerking met uw behandelaar?", ["Prettig, voel me gehoord.", "Goed, soms wat snel."]],
    [
      "Wat wilt u in de komende periode bereiken?",
      ["Weer twee dagen vrijwilligerswerk.", "Beter slapen.", "Zelf boodschappen doen."],
    ],
  ],
};

function asked(pen: DemoPen, { questions }: Questionnaire, until: number): AskedQuestion[] {
  return questions.map(([question, answers], index) => ({
    code: String(index + 1),
    question,
    answer: index < until ? pen.pick(answers) : null,
  }));
}

function entryOf(pen: DemoPen, list: Questionnaire, daysAgo: number, status: Entry["status"]): Entry {
  const isOpen = status === "open";
  const askedOn = pen.day(daysAgo);
  const submittedAt = isOpen ? null : pen.daysAgo(Math.max(0, daysAgo - pen.int(1, 8)));
  const answered = isOpen ? 0 : status === "stopped" ? 2 : list.questions.length;
  const self = pen.client.name;
  const filledInBy =
    pen.client.careKind === "pg" ? `Dochter van ${self}` : pen.chance(0.7) ? self : `Zoon van ${self}`;
  return {
    moment: submittedAt ?? instantOf(askedOn)?.at ?? pen.now,
    title: list.title,
    edition: list.edition,
    canonical: `https://kroniek.example/fhir/Questionnaire/${list.title.toLowerCase().replace(/ /g, "-")}`,
    status,
    filledInBy: isOpen ? null : filledInBy,
    questions: asked(pen, list, answered),
    askedOn,
    submittedAt,
    note: status === "stopped" ? "Werd te vermoeiend; volgende week samen verder." : null,
    recordedBy: pen.colleague(list === MOOD ? "psychologist" : "activity-worker").name,
  };
}

/** An intake after moving in, the yearly experience of care, and for `full` one of every state. */
export function demoQuestionnaires(pen: DemoPen): Entry[] {
  const first = pen.client.careKind === "ggz" ? MOOD : INTAKE;
  if (pen.fill === "full") {
    return [
      entryOf(pen, INTAKE, 420, "completed"),
      entryOf(pen, EXPERIENCE, 380, "completed"),
      entryOf(pen, EXPERIENCE, 40, "amended"),
      entryOf(pen, MOOD, 90, "stopped"),
      entryOf(pen, EXPERIENCE, 6, "open"),
    ];
  }
  const entries: Entry[] = [];
  if (pen.chance(0.5)) entries.push(entryOf(pen, first, pen.int(100, 600), "completed"));
  if (pen.chance(0.5)) entries.push(entryOf(pen, EXPERIENCE, pen.int(15, 95), "completed"));
  if (pen.chance(0.2)) entries.push(entryOf(pen, EXPERIENCE, pen.int(1, 14), "open"));
  return entries;
}
