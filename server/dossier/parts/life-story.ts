import { lifeStory } from "@/db/schema/dossier/life-story";
import { oneOf } from "../codes";
import { demoLifeStory } from "../demo/life-story";
import { codingsOf, elementsOf, type FhirElement, stringOf } from "../fhir";
import { authorOf } from "../fhir-author";
import { narrativeOf, narrativeText } from "../fhir-narrative";
import { ownCode, ownConcept, ownExtensions, ownSystem, ownValue } from "../fhir-own";
import { instantOf } from "../fhir-time";
import { definePart } from "../part";
import { isLifeStory } from "../resource-kind";

/** Chapters of a life story, code → Dutch. */
const TOPICS = {
  childhood: "Jeugd en ouderlijk huis",
  family: "Gezin en dierbaren",
  work: "Opleiding en werk",
  home: "Wonen en buurt",
  hobbies: "Hobby's en bezigheden",
  meaning: "Geloof en zingeving",
  events: "Belangrijke gebeurtenissen",
  routine: "Gewoonten en dagritme",
  likes: "Wat mij blij maakt",
  dislikes: "Waar ik onrustig van word",
  wishes: "Wensen voor nu en later",
  other: "Overig",
} as const;

const KIND = { story: "Cliëntverhaal" } as const;
const PART = { introduction: "Inleiding" } as const;

/** Every section with text, nested ones too, in reading order. */
function sectionsOf(element: FhirElement, depth = 0): FhirElement[] {
  if (depth > 8) return [];
  return elementsOf(element.section).flatMap((section) => [section, ...sectionsOf(section, depth + 1)]);
}

const isIntroduction = (section: FhirElement): boolean =>
  codingsOf(section.code).some(({ system }) => system === ownSystem("life-story-part"));

/** Cliëntverhaal: a Composition of that type, a section a chapter. */
export const lifeStoryPart = definePart({
  slug: "life-story",
  label: "Cliëntverhaal",
  singular: "cliëntverhaal",
  table: lifeStory,
  columns: [
    {
      key: "title",
      label: "Titel",
      kind: "text",
      list: true,
      width: 32,
      write: { required: true, initial: "Cliëntverhaal" },
    },
    { key: "introduction", label: "Inleiding", kind: "prose", list: true, width: 60, write: {} },
    { key: "toldBy", label: "Verteld door", kind: "text", list: true, width: 28, write: {} },
    {
      key: "moment",
      label: "Opgetekend op",
      kind: "moment",
      list: true,
      width: 18,
      write: { required: true, past: true, initial: { from: "now" } },
    },
    {
      key: "chapters",
      label: "Hoofdstukken",
      kind: "rows",
      fields: [
        {
          key: "topic",
          label: "Onderwerp",
          kind: "code",
          codes: TOPICS,
          width: 26,
          write: { required: true },
        },
        { key: "text", label: "Tekst", kind: "prose", width: 80, write: { required: true } },
      ],
      width: 80,
      singular: "hoofdstuk",
      write: {},
    },
  ],
  dating: "moment",
  ending: "none",
  check: ({ introduction, chapters }) =>
    introduction || chapters.length > 0 ? [] : [{ path: "introduction", problem: "no-story" }],
  searchIn: ["title", "introduction", "toldBy"],
  current: () => undefined,
  currentExport: { omit: "Het cliëntverhaal hoort niet bij het actuele dossier." },
  summary: (row) => ({
    title: row.title,
    detail: row.introduction ?? row.chapters[0]?.text,
  }),
  fhir: {
    types: ["Composition"],
    take: (resource, context) => {
      if (!isLifeStory(resource)) return null;
      const moment = instantOf(resource.date)?.at;
      const written = sectionsOf(resource).flatMap((section) => {
        const text = narrativeText(section.text);
        return text === undefined ? [] : [{ section, text }];
      });
      const introduction = written.find(({ section }) => isIntroduction(section))?.text;
      const chapters = written
        .filter(({ section }) => !isIntroduction(section))
        .map(({ section, text }) => {
          const topic = ownCode(section.code, "life-story-topic", TOPICS);
          const title = topic === undefined ? stringOf(section.title) : undefined;
          return { topic: topic ?? "other", text: title === undefined ? text : `${title}\n${text}` };
        });
      return {
        moment: moment ?? context.now,
        title: stringOf(resource.title) ?? KIND.story,
        introduction: introduction ?? (chapters.length === 0 ? (narrativeText(resource.text) ?? null) : null),
        chapters,
        toldBy: stringOf(ownValue(resource, "told-by")) ?? null,
        recordedBy: authorOf(resource.author, context),
        recordedAt: instantOf(ownValue(resource, "recorded-at"))?.at ?? moment,
      };
    },
    give: (row, { patient }) => {
      const introduction = row.introduction === null ? [] : [row.introduction];
      return [
        {
          resourceType: "Composition",
          id: row.id,
          extension: ownExtensions({
            "told-by": row.toldBy,
            "recorded-at": row.recordedAt === row.moment ? undefined : new Date(row.recordedAt).toISOString(),
          }),
          status: "final",
          type: ownConcept("life-story", KIND, "story"),
          subject: patient,
          date: new Date(row.moment).toISOString(),
          author: [{ display: row.recordedBy }],
          title: row.title,
          section: [
            ...introduction.map((text) => ({
              title: PART.introduction,
              code: ownConcept("life-story-part", PART, "introduction"),
              text: narrativeOf(text),
            })),
            ...row.chapters.map(({ topic, text }) => ({
              title: TOPICS[oneOf(TOPICS, topic) ?? "other"],
              code: ownConcept("life-story-topic", TOPICS, topic),
              text: narrativeOf(text),
            })),
          ],
        },
      ];
    },
  },
  merge: "dossier",
  demo: demoLifeStory,
});
