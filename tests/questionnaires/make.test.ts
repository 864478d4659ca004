import { expect, test } from "vitest";
import { profileQuestionnaires } from "@/db/schema/questionnaires";
import { reasonOf } from "@/server/access/perform";
import { Definition, type DefinitionProblem } from "@/server/questionnaires/input";
import { makeWorld } from "../world";
import { CLIENT, DEFINITION, makePeople, published, QUESTIONS } from "./maker";

const words = (definition: unknown): (DefinitionProblem | string)[] =>
  Definition.safeParse(definition).error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`) ??
  [];
const with0 = (changed: object) => ({ ...DEFINITION, questions: [{ ...QUESTIONS[0], ...changed }] });
const choice = (...labels: string[]) =>
  with0({ kind: "one", options: labels.map((label, index) => ({ code: `o${index}`, label })) });

test.each([
  ["no title", { ...DEFINITION, title: "  " }, ["title title"]],
  ["a question without words", with0({ text: " " }), ["questions.0.text question"]],
  ["a choice of one", choice("Ja"), ["questions.0.options options"]],
  ["a choice twice", choice("Ja", "Nee", "Ja"), ["questions.0.options.2.label option-twice"]],
  ["a choice without words", choice("Ja", ""), ["questions.0.options.1.label option"]],
  ["a text of 1 MB", { ...DEFINITION, intro: "x".repeat(1_000_000) }, ["intro too-long"]],
])("%s is refused at its place", (_, definition, problems) => {
  expect(words(definition)).toEqual(problems);
});

test("two questions with one code are refused", () => {
  expect(Definition.safeParse({ ...DEFINITION, questions: [QUESTIONS[0], QUESTIONS[0]] }).success).toBe(
    false,
  );
});

test("a concept is nobody's to fill in until it is published", async () => {
  const world = await makeWorld();
  const { maker, carer } = await makePeople(world);
  const made = await maker.questionnaires.save({ requestKey: "a-request", definition: DEFINITION });
  expect(await carer.questionnaires.choices({ clientId: CLIENT })).toEqual({ questionnaires: [] });
  expect(await maker.questionnaires.publish(made)).toEqual({ ...made, version: 2, edition: 1 });
  expect(await carer.questionnaires.choices({ clientId: CLIENT })).toEqual({
    questionnaires: [{ id: made.id, edition: 1, definition: DEFINITION }],
  });
});

test("publishing again makes a new edition; the earlier one stays as it was", async () => {
  const world = await makeWorld();
  const { maker, carer } = await makePeople(world);
  const { id, version } = await published(maker);
  const definition = { ...DEFINITION, title: "Gewoonten en wensen", questions: QUESTIONS.toReversed() };
  const saved = await maker.questionnaires.save({ id, version, requestKey: "another-one", definition });
  const before = await carer.questionnaires.choices({ clientId: CLIENT });
  expect(before.questionnaires[0]).toMatchObject({ edition: 1, definition: DEFINITION });
  await maker.questionnaires.publish(saved);
  const opened = await maker.questionnaires.open({ id });
  expect(opened).toMatchObject({
    title: "Gewoonten en wensen",
    edition: 2,
    concept: null,
    state: "published",
  });
  expect(opened.editions.map((each) => [each.edition, each.definition])).toEqual([
    [2, definition],
    [1, DEFINITION],
  ]);
});

test("a questionnaire without questions, or without a concept, is not published", async () => {
  const world = await makeWorld();
  const { maker } = await makePeople(world);
  const empty = await maker.questionnaires.save({
    requestKey: "an-empty-one",
    definition: { ...DEFINITION, questions: [] },
  });
  expect(await maker.questionnaires.publish(empty).catch(reasonOf)).toBe("questionnaire-empty");
  expect(await maker.questionnaires.drop(empty).catch(reasonOf)).toBe("questionnaire-unpublished");
  const { id, version } = await published(maker);
  expect(await maker.questionnaires.publish({ id, version }).catch(reasonOf)).toBe(
    "questionnaire-no-concept",
  );
  expect(await maker.questionnaires.drop({ id, version }).catch(reasonOf)).toBe("questionnaire-no-concept");
});

test("a dropped concept leaves what is published", async () => {
  const world = await makeWorld();
  const { maker } = await makePeople(world);
  const { id, version } = await published(maker);
  const definition = { ...DEFINITION, title: "Anders" };
  const saved = await maker.questionnaires.save({ id, version, requestKey: "another-one", definition });
  await maker.questionnaires.drop(saved);
  expect(await maker.questionnaires.open({ id })).toMatchObject({
    title: "Gewoonten",
    edition: 1,
    concept: null,
  });
});

test("of two who change at once the second is told, and changes nothing", async () => {
  const world = await makeWorld();
  const { maker } = await makePeople(world);
  const { id, version } = await published(maker);
  const save = (title: string) =>
    maker.questionnaires.save({ id, version, requestKey: title, definition: { ...DEFINITION, title } });
  await save("De eerste");
  expect(await save("De tweede").catch(reasonOf)).toBe("questionnaire-changed");
  for (const verb of ["publish", "drop", "end", "reopen"] as const) {
    expect(await maker.questionnaires[verb]({ id, version }).catch(reasonOf)).toBe("questionnaire-changed");
  }
  expect((await maker.questionnaires.open({ id })).concept).toMatchObject({ title: "De eerste" });
});

test("a new one that is sent twice is made once", async () => {
  const world = await makeWorld();
  const { maker } = await makePeople(world);
  const once = { requestKey: "a-request", definition: DEFINITION };
  const [first, second] = [await maker.questionnaires.save(once), await maker.questionnaires.save(once)];
  expect(second).toEqual(first);
  const other = maker.questionnaires.save({ ...once, definition: { ...DEFINITION, title: "Anders" } });
  await expect(other).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await world.db.read.$count(profileQuestionnaires)).toBe(1);
});

test("an ended one is not begun any more, and may be taken up again", async () => {
  const world = await makeWorld();
  const { maker, carer } = await makePeople(world);
  const ended = await maker.questionnaires.end(await published(maker));
  expect(await carer.questionnaires.choices({ clientId: CLIENT })).toEqual({ questionnaires: [] });
  expect(await maker.questionnaires.list()).toMatchObject([{ state: "ended" }]);
  await maker.questionnaires.reopen(ended);
  expect((await carer.questionnaires.choices({ clientId: CLIENT })).questionnaires).toHaveLength(1);
});
