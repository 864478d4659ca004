import type { Tx } from "@/db/client";
import { profileQuestionnaireEditions, profileQuestionnaires } from "@/db/schema/questionnaires";
import type { Definition, Question, QuestionKind } from "@/server/questionnaires/input";
import { demoId } from "./chance";

const DAY = 86_400_000;
const MAKER = "Bram de Groot";

/** A question; its number stays the same in a later edition. */
function question(
  code: string,
  kind: QuestionKind,
  text: string,
  more: { options?: string[]; help?: string; required?: true } = {},
): Question {
  const options = (more.options ?? []).map((label, index) => ({ code: String(index + 1), label }));
  return { code, kind, text, help: more.help ?? "", required: more.required ?? false, options };
}

const HABITS: Question[] = [
  question("1", "text", "Hoe wilt u genoemd worden?", { required: true }),
  question("2", "text", "Hoe laat staat u graag op?"),
  question("3", "prose", "Hoe ziet een goede dag eruit?", { required: true }),
  question("4", "one", "Waar ontbijt u het liefst?", {
    options: ["Op de kamer", "In de huiskamer", "Wisselend"],
  }),
  question("5", "many", "Wat doet u graag?", {
    options: ["Muziek", "Wandelen", "Lezen", "Koken", "Tuinieren", "Spelletjes", "Handwerken"],
  }),
  question("6", "yes-no", "Speelt geloof of levensbeschouwing een rol?"),
];

const EDITIONS: { name: string; days: number[]; definitions: Definition[]; concept?: Definition }[] = [
  {
    name: "habits",
    days: [400, 60],
    definitions: [
      { title: "Welzijn en gewoonten", intro: "", questions: HABITS },
      {
        title: "Welzijn en gewoonten",
        intro: "Vul deze lijst samen in, in de eerste weken. Zo weten wij wie u bent en wat u gewend bent.",
        questions: [
          ...HABITS,
          question("7", "date", "Sinds wanneer woont u hier?", { help: "Een dag als 21-11-2026." }),
          question("8", "prose", "Wat moeten wij vooral niet doen?"),
        ],
      },
    ],
  },
  {
    name: "sleep",
    days: [120],
    definitions: [
      {
        title: "Slaap en rust",
        intro: "Over de afgelopen twee weken.",
        questions: [
          question("1", "number", "Hoeveel uur slaapt u ongeveer per nacht?", { required: true }),
          question("2", "one", "Hoe vaak ligt u langer dan een half uur wakker?", {
            options: ["Nooit", "Een enkele keer", "De helft van de nachten", "Bijna elke nacht"],
            required: true,
          }),
          question("3", "yes-no", "Gebruikt u een slaapmiddel?", { required: true }),
          question("4", "many", "Wat helpt u om in slaap te komen?", {
            options: ["Lezen", "Warme melk", "Muziek", "Een wandeling", "Iemand die even komt"],
          }),
          question("5", "prose", "Wat wilt u verder kwijt over de nacht?"),
        ],
      },
    ],
  },
  {
    name: "family",
    days: [],
    definitions: [],
    concept: {
      title: "Gesprek met naasten",
      intro: "Voorbereiding op het jaarlijkse gesprek.",
      questions: [
        question("1", "prose", "Hoe gaat het volgens u met uw naaste?"),
        question("2", "one", "Hoe vaak wilt u iets van ons horen?", {
          options: ["Elke week", "Elke maand", "Alleen als er iets verandert"],
        }),
      ],
    },
  },
];

/** The profile questionnaires of the demo: one in its second edition, one in its first, and a concept. */
export async function makeQuestionnaires(tx: Tx, now: number, makerId: string | undefined): Promise<void> {
  const maker = { changedBy: MAKER, changedById: makerId ?? null };
  for (const { name, days, definitions, concept } of EDITIONS) {
    const id = demoId(now, `questionnaire/${name}`);
    const newest = definitions.at(-1) ?? concept;
    const changedAt = now - (days.at(-1) ?? 3) * DAY;
    await tx.insert(profileQuestionnaires).values({
      ...{ id, title: newest?.title ?? "", concept: concept ?? null, edition: definitions.length },
      ...{ version: days.length * 2 || 1, createdAt: now - (days[0] ?? 3) * DAY, changedAt, ...maker },
    });
    for (const [index, definition] of definitions.entries()) {
      await tx.insert(profileQuestionnaireEditions).values({
        ...{ questionnaireId: id, edition: index + 1, definition },
        publishedAt: now - (days[index] ?? 0) * DAY,
        publishedBy: MAKER,
        publishedById: makerId ?? null,
      });
    }
  }
}
