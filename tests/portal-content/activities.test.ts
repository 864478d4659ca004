import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { questionnaires } from "@/db/schema/dossier/questionnaires";
import { activities } from "@/db/schema/involved";
import { mails } from "@/db/schema/mails";
import { portalRelations } from "@/db/schema/portal";
import { remindAll } from "@/inngest/activities";
import { reasonOf } from "@/server/access/perform";
import { DomainError } from "@/server/core/errors";
import { dueProblem, remindDay } from "@/server/questionnaires/activity-rules";
import { apiWith } from "../access/people";
import { refusedFields } from "../clinimetrics/nurse";
import { built } from "../export/built";
import { readXlsx } from "../export/xlsx-reader";
import { ANSWERS, IN_WORDS } from "../questionnaires/maker";
import { makeWorld, START, type TestWorld } from "../world";
import { around, CLIENT, personAs } from "./people";

const DAY = 86_400_000;

let world: TestWorld;
let house: Awaited<ReturnType<typeof around>>;
beforeEach(async () => {
  world = await makeWorld();
  house = await around(world);
});

const kindsOfMail = async () =>
  (await world.db.read.select({ kind: mails.kind }).from(mails)).map(({ kind }) => kind);
const why = (act: Promise<unknown>) => act.then(() => "done", reasonOf);

async function ask(more: Partial<typeof house.asked> = {}): Promise<string> {
  return (await house.carer.involved.ask({ ...house.asked, ...more })).activityId;
}

describe("asking", () => {
  test("asked twice it stands there once, with one mail; the same list again is refused", async () => {
    const first = await ask();
    expect(await ask()).toBe(first);
    expect(await world.db.read.$count(activities)).toBe(1);
    expect(await kindsOfMail()).toEqual(["activity-asked"]);
    expect(await why(ask({ requestKey: "asked-again" }))).toBe("activity-asked-already");
    expect(await why(ask({ dueOn: "2026-12-02" }))).toBe("request-reused");
  });

  test("a day that is over or does not exist is told at its field", async () => {
    const problem = async (dueOn: string) =>
      (await refusedFields(house.carer.involved.ask({ ...house.asked, dueOn }))).fields;
    expect(await problem("2026-11-20")).toMatchObject([{ path: "dueOn", problem: "in-past" }]);
    expect(await problem("2026-02-30")).toMatchObject([{ path: "dueOn", problem: "not-a-date" }]);
    expect(dueProblem("2026-11-21", "2026-11-21")).toBeUndefined();
    expect(dueProblem("2028-01-01", "2026-11-21")).toBe("too-far");
    expect(await world.db.read.$count(activities)).toBe(0);
  });

  test("nobody of the network, of another client or gone is asked, and no ended list", async () => {
    const network = await personAs(world, "network", "own", "Net Werk");
    const elsewhere = await personAs(world, "involved", "beside", "Els Elders");
    expect(await why(ask({ relationId: network.relationId }))).toBe("not-for-network");
    expect(await why(ask({ relationId: elsewhere.relationId }))).toBe("portal-person-gone");
    await house.sharer.involved.remove({ clientId: CLIENT, relationId: house.anja.relationId });
    expect(await why(ask())).toBe("portal-person-gone");
    const { id, version } = house.questionnaire;
    await house.maker.questionnaires.end({ id, version });
    const client = await personAs(world, "client", "own", "De Cliënt");
    expect(await why(ask({ relationId: client.relationId }))).toBe("questionnaire-ended");
  });

  test("who may read but not write asks nothing", async () => {
    const reader = await apiWith(world, { tasks: ["dossier.view"], reach: "own" });
    expect(await why(reader.involved.ask(house.asked))).toBe("task-missing");
    expect(await reader.involved.list({ clientId: CLIENT })).toMatchObject({
      mayAsk: false,
      mayShare: false,
    });
  });
});

describe("filling in", () => {
  test("half-way it is kept, handed in it is in the dossier once, by who answered", async () => {
    const activityId = await ask();
    const portal = (await house.anja.api()).portalActivities;
    const at = { clientId: CLIENT, activityId };
    await portal.save({ ...at, answers: { number: "nog geen getal" } });
    expect(await portal.open(at)).toMatchObject({
      ...{ state: "begun", instruction: "Neem de tijd.", savedAt: START },
      answers: { number: "nog geen getal" },
    });
    expect((await house.carer.involved.list({ clientId: CLIENT })).activities[0]?.state).toBe("begun");
    expect(await refusedFields(portal.submit({ ...at, answers: { number: "veel" } }))).toMatchObject({
      reason: "filling-refused",
      fields: [
        { path: "answers.text", problem: "required" },
        { path: "answers.number", problem: "not-a-number" },
      ],
    });
    const twice = [portal.submit({ ...at, answers: ANSWERS }), portal.submit({ ...at, answers: ANSWERS })];
    expect(await Promise.all(twice)).toEqual([{ submittedAt: START }, { submittedAt: START }]);
    const rows = await world.db.read.select().from(questionnaires);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      ...{ title: "Gewoonten", edition: "1", status: "completed", filledInBy: "Anja Visser" },
      ...{ recordedBy: "Anja Visser, betrokkene", recordedById: `portal:${house.anja.accountId}` },
      ...{ askedOn: "2026-11-21", submittedAt: START },
    });
    expect(rows[0]?.questions.map(({ answer }) => answer)).toEqual(IN_WORDS);
    const { activities: lines } = await house.carer.involved.list({ clientId: CLIENT });
    expect(lines).toMatchObject([{ state: "handed-in", entryId: rows[0]?.id, person: "Anja Visser" }]);
    const listed = await house.carer.dossier.entries({ clientId: CLIENT, part: "questionnaires" });
    expect(listed.entries.map(({ id }) => id)).toEqual([rows[0]?.id]);
  });

  test("what was handed in is in the export of the dossier; what is half-way is not", async () => {
    const portal = (await house.anja.api()).portalActivities;
    const done = { clientId: CLIENT, activityId: await ask() };
    await portal.submit({ ...done, answers: { ...ANSWERS, prose: "Kanarie-ingestuurd" } });
    const half = { clientId: CLIENT, activityId: await ask({ requestKey: "asked-again" }) };
    await portal.keep({ ...half, answers: { prose: "Kanarie-half" } });
    const { named, entries } = await built(world, { id: "client-own", number: Number(CLIENT) });
    const sheet = readXlsx(named("dossier.xlsx").content).find(({ name }) => name === "Vragenlijsten");
    const cells = [...(sheet?.rows.values() ?? [])].flatMap((row) => [...row.values()]);
    const text = cells.map(({ value }) => String(value)).join("\n");
    expect(text).toContain("Kanarie-ingestuurd");
    expect(text).toContain("Anja Visser");
    expect(entries.filter(({ content }) => content.includes("Kanarie-half"))).toEqual([]);
    expect(text).not.toContain("Kanarie-half");
  });

  test("who handed in reads back what they sent, also after a correction; nobody else does", async () => {
    const at = { clientId: CLIENT, activityId: await ask() };
    const portal = (await house.anja.api()).portalActivities;
    await portal.submit({ ...at, answers: ANSWERS });
    const read = async () => (await portal.open(at)).handedIn.map(({ answer }) => answer);
    expect(await read()).toEqual(IN_WORDS);
    const [row] = await world.db.read.select().from(questionnaires);
    await house.carer.questionnaires.fillIn({
      ...{ clientId: CLIENT, questionnaireId: house.questionnaire.id, edition: 1, submit: true },
      ...{ entryId: row?.id, version: 1, requestKey: "corrected", reason: "Verkeerd begrepen" },
      ...{ answers: { ...ANSWERS, text: "Piet" }, filledInBy: "Anja Visser" },
    });
    expect((await world.db.read.select().from(questionnaires))[0]?.questions[0]?.answer).toBe("Piet");
    expect(await read()).toEqual(IN_WORDS);
    const other = (await (await personAs(world, "client", "own", "De Cliënt")).api()).portalActivities;
    expect(await why(other.open(at))).toBe("activity-gone");
  });

  test("other answers after handing in change nothing", async () => {
    const at = { clientId: CLIENT, activityId: await ask() };
    const portal = (await house.anja.api()).portalActivities;
    await portal.submit({ ...at, answers: ANSWERS });
    expect(await why(portal.submit({ ...at, answers: { ...ANSWERS, text: "Piet" } }))).toBe(
      "activity-handed-in",
    );
    expect(await why(portal.save({ ...at, answers: {} }))).toBe("activity-handed-in");
    expect(await why(house.carer.involved.withdraw(at))).toBe("activity-done");
    expect(await portal.open(at)).toMatchObject({ state: "handed-in", questions: [], answers: {} });
    expect(await world.db.read.$count(questionnaires)).toBe(1);
  });

  test("withdrawn while filling in: a clear sentence, and nothing of the answers stays", async () => {
    const at = { clientId: CLIENT, activityId: await ask() };
    const portal = (await house.anja.api()).portalActivities;
    await portal.keep({ ...at, answers: { text: "Geheim" } });
    await house.carer.involved.withdraw(at);
    await house.carer.involved.withdraw(at);
    const refused = portal.submit({ ...at, answers: ANSWERS });
    await expect(refused).rejects.toThrow(new DomainError("activity-withdrawn").sentence);
    expect(await why(portal.save({ ...at, answers: {} }))).toBe("activity-withdrawn");
    expect((await portal.list({ clientId: CLIENT })).activities).toEqual([]);
    expect((await world.db.read.select().from(activities))[0]?.answers).toBeNull();
  });

  test("access ended half-way: the next call is refused and the draft stays", async () => {
    const at = { clientId: CLIENT, activityId: await ask() };
    await (await house.anja.api()).portalActivities.keep({ ...at, answers: { text: "Half" } });
    await house.sharer.involved.remove({ clientId: CLIENT, relationId: house.anja.relationId });
    const after = (await house.anja.api()).portalActivities;
    expect(await why(after.submit({ ...at, answers: ANSWERS }))).toBe("not-found");
    expect(await why(after.list({ clientId: CLIENT }))).toBe("not-found");
    expect((await world.db.read.select().from(activities))[0]?.answers).toEqual({ text: "Half" });
    const { activities: lines } = await house.carer.involved.list({ clientId: CLIENT });
    expect(lines[0]?.state).toBe("stopped");
  });

  test("nobody sees or fills in what was asked of another, of this client or elsewhere", async () => {
    const activityId = await ask();
    const others = [
      await personAs(world, "involved", "own", "Een Ander"),
      await personAs(world, "client", "own", "De Cliënt"),
    ];
    for (const { api } of others) {
      const portal = (await api()).portalActivities;
      expect((await portal.list({ clientId: CLIENT })).activities).toEqual([]);
      expect(await why(portal.open({ clientId: CLIENT, activityId }))).toBe("activity-gone");
      expect(await why(portal.submit({ clientId: CLIENT, activityId, answers: ANSWERS }))).toBe(
        "activity-gone",
      );
    }
    const away = (await (await personAs(world, "involved", "beside", "Els Elders")).api()).portalActivities;
    expect(await why(away.open({ clientId: CLIENT, activityId }))).toBe("not-found");
    expect(await why(away.open({ clientId: "20003", activityId }))).toBe("activity-gone");
  });
});

describe("the reminder", () => {
  test("goes out once on its day, also when the run comes twice, and never for what is done", async () => {
    await ask();
    const client = await personAs(world, "client", "own", "De Cliënt");
    const other = await ask({ relationId: client.relationId, requestKey: "asked-other" });
    expect(await remindAll(world)).toEqual({ reminded: 0 });
    const portal = (await client.api()).portalActivities;
    await portal.submit({ clientId: CLIENT, activityId: other, answers: ANSWERS });
    world.clock.advance(7 * DAY);
    expect(await remindAll(world)).toEqual({ reminded: 1 });
    expect(await remindAll(world)).toEqual({ reminded: 0 });
    expect((await kindsOfMail()).filter((kind) => kind === "activity-reminder")).toHaveLength(1);
    const { activities: lines } = await house.carer.involved.list({ clientId: CLIENT });
    expect(lines.map(({ remindedAt }) => remindedAt)).toContain(world.clock.now());
  });

  test("does not go to someone whose access ended", async () => {
    await ask();
    await world.db.write((tx) =>
      tx.update(portalRelations).set({ endedAt: START }).where(eq(portalRelations.id, house.anja.relationId)),
    );
    world.clock.advance(30 * DAY);
    expect(await remindAll(world)).toEqual({ reminded: 0 });
  });

  test("late is told from the day after; the reminder day lies ahead", async () => {
    await ask();
    world.clock.advance(10 * DAY);
    expect((await house.carer.involved.list({ clientId: CLIENT })).activities[0]?.late).toBe(false);
    world.clock.advance(DAY);
    expect((await house.carer.involved.list({ clientId: CLIENT })).activities[0]?.late).toBe(true);
    expect(remindDay("2026-12-01", "2026-11-21")).toBe("2026-11-28");
    expect(remindDay("2026-11-23", "2026-11-21")).toBe("2026-11-23");
    expect(remindDay("2026-11-21", "2026-11-21")).toBe("2026-11-22");
  });
});
