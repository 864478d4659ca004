import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { questionnaires } from "@/db/schema/dossier/questionnaires";
import { entryVersions } from "@/db/schema/dossier/versions";
import { reasonOf } from "@/server/access/perform";
import { questionnairesPart } from "@/server/dossier/parts/questionnaires";
import { answerProblems } from "@/server/questionnaires/answers";
import { refusedFields } from "../clinimetrics/nurse";
import { take } from "../dossier/parts-b-rows";
import { makeWorld, START, type TestWorld } from "../world";
import { ANSWERS, CLIENT, DEFINITION, IN_WORDS, makePeople, published, QUESTIONS } from "./maker";

async function started(world: TestWorld) {
  const { maker, carer } = await makePeople(world);
  const { id, version } = await published(maker);
  const begin = { clientId: CLIENT, questionnaireId: id, edition: 1, requestKey: "a-request" };
  const rowOf = async (entryId: string) => {
    const [row] = await world.db.read.select().from(questionnaires).where(eq(questionnaires.id, entryId));
    if (!row) throw new Error("not stored");
    return row;
  };
  return { maker, carer, id, version, begin, rowOf };
}

test("answers land in the dossier in words, with the edition they were given to", async () => {
  const world = await makeWorld();
  const { carer, id, begin, rowOf } = await started(world);
  const filled = { ...begin, answers: ANSWERS, filledInBy: "Dochter", submit: true };
  const stored = await carer.questionnaires.fillIn(filled);
  expect(await carer.questionnaires.fillIn(filled)).toEqual(stored);
  const row = await rowOf(stored.id);
  expect(row).toMatchObject({
    title: "Gewoonten",
    edition: "1",
    status: "completed",
    filledInBy: "Dochter",
    submittedAt: START,
    moment: START,
  });
  expect(row.canonical?.endsWith(id)).toBe(true);
  expect(row.questions.map(({ answer }) => answer)).toEqual(IN_WORDS);
  expect(row.questions.map(({ question }) => question)).toEqual(QUESTIONS.map(({ text }) => text));
  expect(await world.db.read.$count(questionnaires)).toBe(1);
});

test("half-way it is kept as open and gone on with; handing it in asks for what must be answered", async () => {
  const world = await makeWorld();
  const { carer, begin, rowOf } = await started(world);
  const half = { ...begin, answers: { number: 7.5, many: ["b"] }, submit: false };
  const { id } = await carer.questionnaires.fillIn(half);
  expect(await rowOf(id)).toMatchObject({ status: "open", submittedAt: null });
  const opened = await carer.questionnaires.filling({ clientId: CLIENT, entryId: id });
  expect(opened).toMatchObject({ questions: QUESTIONS, answers: half.answers, status: "open", version: 1 });
  const goOn = { ...begin, entryId: id, version: 1, answers: half.answers, submit: true };
  expect(await refusedFields(carer.questionnaires.fillIn(goOn))).toMatchObject({
    reason: "filling-refused",
    fields: [{ path: "answers.text", problem: "required" }],
  });
  await carer.questionnaires.fillIn({ ...goOn, answers: { ...half.answers, text: "Jo" } });
  expect(await rowOf(id)).toMatchObject({ status: "completed", submittedAt: START, version: 2 });
  const again = { ...goOn, version: 2, submit: false };
  expect(await carer.questionnaires.fillIn(again).catch(reasonOf)).toBe("filling-handed-in");
});

test("a correction keeps the earlier answers as a version, and a stale one changes nothing", async () => {
  const world = await makeWorld();
  const { carer, begin, rowOf } = await started(world);
  const { id } = await carer.questionnaires.fillIn({ ...begin, answers: ANSWERS, submit: true });
  const better = { ...begin, entryId: id, version: 1, answers: { ...ANSWERS, number: 6 }, submit: true };
  await carer.questionnaires.fillIn({ ...better, reason: "verkeerd gehoord" });
  expect(await rowOf(id)).toMatchObject({ status: "amended", version: 2, submittedAt: START });
  const [kept] = await world.db.read.select().from(entryVersions).where(eq(entryVersions.entryId, id));
  expect(kept).toMatchObject({ reason: "verkeerd gehoord", row: { status: "completed" } });
  const stale = carer.questionnaires.fillIn({ ...better, answers: { ...ANSWERS, number: 1 } });
  expect(await stale.catch(reasonOf)).toBe("entry-changed");
  expect((await rowOf(id)).questions[2]).toMatchObject({ answer: "6", value: 6 });
});

test("an answer keeps its edition, however often the questionnaire is published again", async () => {
  const world = await makeWorld();
  const { maker, carer, id, version, begin, rowOf } = await started(world);
  const { id: entryId } = await carer.questionnaires.fillIn({ ...begin, answers: ANSWERS, submit: false });
  const definition = { ...DEFINITION, questions: QUESTIONS.slice(0, 1) };
  const saved = await maker.questionnaires.save({ id, version, requestKey: "another-one", definition });
  const second = await maker.questionnaires.publish(saved);
  await maker.questionnaires.end({ id, version: second.version });
  const opened = await carer.questionnaires.filling({ clientId: CLIENT, entryId });
  expect(opened).toMatchObject({ edition: "1", questions: QUESTIONS, answers: ANSWERS });
  await carer.questionnaires.fillIn({ ...begin, entryId, version: 1, answers: ANSWERS, submit: true });
  expect(await rowOf(entryId)).toMatchObject({ status: "completed", edition: "1" });
  const anew = carer.questionnaires.fillIn({
    ...begin,
    requestKey: "yet-another",
    answers: ANSWERS,
    submit: true,
  });
  expect(await anew.catch(reasonOf)).toBe("questionnaire-ended");
});

test.each([
  ["number", "zeven", "no-number"],
  ["number", Number.POSITIVE_INFINITY, "no-number"],
  ["date", "2025-02-29", "no-date"],
  ["date", "31-01-2025", "no-date"],
  ["yes-no", "yes", "no-yes-no"],
  ["one", "c", "no-option"],
  ["one", ["a"], "no-option"],
  ["many", ["a", "c"], "no-option"],
  ["many", ["a", "a"], "no-option"],
  ["many", "a", "no-option"],
  ["text", "x".repeat(501), "too-long"],
  ["text", 5, "no-text"],
  ["prose", "x".repeat(20_001), "too-long"],
])("%s answered with what is no answer of it is refused by itself", (code, answer, problem) => {
  expect(answerProblems(QUESTIONS, { ...ANSWERS, [code]: answer }, true)).toEqual([[code, problem]]);
  expect(answerProblems(QUESTIONS, { ...ANSWERS, [code]: answer }, false)).toEqual([[code, problem]]);
});

test("only a required question may not stay open, and a question nobody asked is refused", () => {
  expect(answerProblems(QUESTIONS, {}, true)).toEqual([["text", "missing"]]);
  expect(answerProblems(QUESTIONS, { text: "  ", many: [] }, true)).toEqual([["text", "missing"]]);
  expect(answerProblems(QUESTIONS, {}, false)).toEqual([]);
  expect(answerProblems(QUESTIONS, { ...ANSWERS, extra: "x" }, true)).toEqual([["extra", "unknown"]]);
});

test("answers travel in FHIR as they read, with questionnaire and edition, and come back so", async () => {
  const world = await makeWorld();
  const { carer, begin, rowOf } = await started(world);
  const { id } = await carer.questionnaires.fillIn({ ...begin, answers: ANSWERS, submit: true });
  const row = await rowOf(id);
  const [resource] = questionnairesPart.fhir.give(row, {
    patient: { reference: "urn:uuid:p" },
    scope: "complete",
  });
  expect(resource).toMatchObject({
    resourceType: "QuestionnaireResponse",
    questionnaire: `${row.canonical}|1`,
  });
  const back = take(JSON.parse(JSON.stringify(resource))).row;
  expect(back).toMatchObject({
    title: row.title,
    edition: "1",
    canonical: row.canonical,
    status: "completed",
  });
  const told = row.questions.map(({ code, question, answer }) => ({ code, question, answer }));
  expect(back?.questions).toEqual(told);
});

test("a list that came from elsewhere is corrected in words, question by question", async () => {
  const world = await makeWorld();
  const { carer, begin, rowOf } = await started(world);
  const { id } = await carer.questionnaires.fillIn({ ...begin, answers: ANSWERS, submit: true });
  const elsewhere = {
    canonical: "https://elders.example/Questionnaire/slaap",
    questions: [
      { code: "1.a", question: "Slaapt u goed?", answer: "Nee" },
      { code: "1.b", question: "Hoe lang?", answer: null },
    ],
  };
  await world.db.write((tx) => tx.update(questionnaires).set(elsewhere).where(eq(questionnaires.id, id)));
  const opened = await carer.questionnaires.filling({ clientId: CLIENT, entryId: id });
  expect(opened.questions.map(({ text, kind, required }) => [text, kind, required])).toEqual([
    ["Slaapt u goed?", "prose", false],
    ["Hoe lang?", "prose", false],
  ]);
  const answers = { ...opened.answers, "q-1": "Zes uur" };
  await carer.questionnaires.fillIn({ ...begin, entryId: id, version: 1, answers, submit: true });
  expect((await rowOf(id)).questions).toEqual([
    { code: "1.a", question: "Slaapt u goed?", answer: "Nee" },
    { code: "1.b", question: "Hoe lang?", answer: "Zes uur" },
  ]);
});
