import { newId } from "@/server/core/ids";
import type { Definition, Question } from "@/server/questionnaires/input";
import { apiWith, CLIENTS, makePlaces } from "../access/people";
import type { TestWorld } from "../world";

export const CLIENT = String(CLIENTS.own);

const plain = { help: "", required: false, options: [] };
const options = [
  { code: "a", label: "Vaak" },
  { code: "b", label: "Soms, bij regen" },
];

/** One question of each kind; the first must be answered. */
export const QUESTIONS: Question[] = [
  { ...plain, code: "text", kind: "text", text: "Naam?", required: true },
  { ...plain, code: "prose", kind: "prose", text: "Verhaal?" },
  { ...plain, code: "number", kind: "number", text: "Hoeveel uur?" },
  { ...plain, code: "date", kind: "date", text: "Sinds wanneer?" },
  { ...plain, code: "yes-no", kind: "yes-no", text: "Gelovig?" },
  { ...plain, code: "one", kind: "one", text: "Hoe vaak?", options },
  { ...plain, code: "many", kind: "many", text: "Wanneer?", options },
];

export const DEFINITION: Definition = { title: "Gewoonten", intro: "Samen invullen.", questions: QUESTIONS };

/** A right answer to each question, and how it reads. */
export const ANSWERS = {
  text: "Jo",
  prose: "Geboren\nop een boerderij.",
  number: 7.5,
  date: "2024-02-29",
  "yes-no": false,
  one: "b",
  many: ["a", "b"],
};
export const IN_WORDS = [
  "Jo",
  "Geboren\nop een boerderij.",
  "7,5",
  "29-02-2024",
  "Nee",
  "Soms, bij regen",
  "Vaak, Soms, bij regen",
];

/** Someone who makes questionnaires, and a carer who fills them in for the client at `own`. */
export async function makePeople(world: TestWorld) {
  await makePlaces(world);
  const maker = await apiWith(world, { tasks: ["organisation.manage"], reach: "everywhere" });
  const carer = await apiWith(world, { tasks: ["dossier.view", "dossier.edit"], reach: "own" });
  return { maker, carer };
}

type Maker = Awaited<ReturnType<typeof makePeople>>["maker"];

/** Makes and publishes a questionnaire. */
export async function published(maker: Maker, definition: Definition = DEFINITION) {
  const made = await maker.questionnaires.save({ requestKey: newId(0), definition });
  return maker.questionnaires.publish(made);
}
