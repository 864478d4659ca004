import { and, desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { grants, roles, roleTasks } from "@/db/schema/access";
import { auditEntries } from "@/db/schema/audit";
import { clients } from "@/db/schema/clients";
import { reports } from "@/db/schema/dossier/reports";
import { mails } from "@/db/schema/mails";
import { emergencyAccesses } from "@/db/schema/sharing";
import { reasonOf } from "@/server/access/perform";
import type { TaskId } from "@/server/access/tasks";
import { bsnSearchCode } from "@/server/clients/bsn";
import { newId } from "@/server/core/ids";
import { openSealedText } from "@/server/mail/sealed";
import { EMERGENCY } from "../access/declared/emergency";
import { runMatrix } from "../access/matrix";
import { CLIENTS, canaryOf, entriesOf, giveDossierRole, makePlaces, PASTED_BSN } from "../access/people";
import { type Colleague, mailsTo, makeColleague, switchOff } from "../sharing/scene";
import { makeWorld, START, type TestWorld } from "../world";

const PRACTITIONER: readonly TaskId[] = [
  ...(["dossier.view", "dossier.edit", "dossier.view-hidden", "dossier.export", "emergency.open"] as const),
];
const MINUTE = 60_000;
const reason = "Ligt op de grond en is niet aanspreekbaar";
const clientId = String(CLIENTS.beside);
const other = String(CLIENTS.nowhere);

let world: TestWorld;
let practitioner: Colleague;
let reviewer: Colleague;

beforeEach(async () => {
  world = await makeWorld();
  await makePlaces(world);
  practitioner = await makeColleague(world, PRACTITIONER, "own", "Behandelaar");
  reviewer = await makeColleague(world, ["emergency.review", "audit.view"], "everywhere", "Toezicht");
});

/** Why an act was refused. */
const refusalOf = (act: Promise<unknown>) => act.then(() => "done", reasonOf);
const find = async (sought: string, by = practitioner) => (await by.api()).emergency.find({ sought });
const opening = (clientNumber = clientId, requestKey = newId(0)) => ({ clientNumber, reason, requestKey });
const open = async (clientNumber = clientId, by = practitioner) =>
  (await by.api()).emergency.open(opening(clientNumber));
const header = async (number = clientId, by = practitioner) =>
  refusalOf((await by.api()).clients.header({ clientId: number }));
const listed = async (by = reviewer) => (await by.api()).emergency.list({});
const firstId = async () => (await listed()).lines[0]?.id ?? "";

/** Someone who reads dossiers at `own`, and reviews everywhere. */
async function makeBoth(): Promise<Colleague> {
  const both = await makeColleague(world, PRACTITIONER, "own", "Beide");
  const roleId = newId(0);
  await world.db.write(async (tx) => {
    await tx.insert(roles).values({ id: roleId, name: "toezicht erbij" });
    await tx.insert(roleTasks).values({ roleId, task: "emergency.review" });
    await tx.insert(grants).values({ id: newId(0), employeeId: both.id, roleId, everywhere: true });
  });
  return both;
}

async function takeTask(employeeId: string, task: TaskId): Promise<void> {
  await world.db.write(async (tx) => {
    const [held] = await tx.select().from(grants).where(eq(grants.employeeId, employeeId));
    await tx.delete(roleTasks).where(and(eq(roleTasks.roleId, held?.roleId ?? ""), eq(roleTasks.task, task)));
  });
}

test("the doors answer and log as declared, whoever knocks", async () => {
  const fresh = await makeWorld();
  const { mismatches, rows } = await runMatrix(fresh, EMERGENCY);
  expect(mismatches.filter((line) => line.includes("emergency."))).toEqual([]);
  expect(rows.missing).toBe(0);
}, 120_000);

test("one's own open dossiers are listed, and nobody else's, until their hour is over", async () => {
  const own = async (by = practitioner) => (await by.api()).emergency.own();
  const beside = await makeColleague(world, PRACTITIONER, "own", "Ander");
  expect((await own()).lines).toEqual([]);
  await open();
  const { now, lines } = await own();
  expect(lines).toEqual([{ number: CLIENTS.beside, name: expect.any(String), until: now + 60 * MINUTE }]);
  expect((await own(beside)).lines).toEqual([]);
  const [row] = await world.db.read
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.event, "emergency.own-listed"),
        eq(auditEntries.actor, `employee:${practitioner.id}`),
      ),
    )
    .orderBy(desc(auditEntries.sequence))
    .limit(1);
  expect(row).toMatchObject({ purpose: "emergency" });
  world.clock.advance(60 * MINUTE);
  expect((await own()).lines).toEqual([]);
}, 60_000);

describe("finding", () => {
  test("is by the whole client number or BSN, and shows no more than who it is", async () => {
    const code = bsnSearchCode(world.keys, PASTED_BSN);
    await world.db.write((tx) =>
      tx.update(clients).set({ bsnSearch: code }).where(eq(clients.number, CLIENTS.beside)),
    );
    const rows = await entriesOf(world, async () => {
      expect(await find(` ${clientId} `)).toEqual({
        outcome: "found",
        client: {
          number: CLIENTS.beside,
          name: `Mevr. ${canaryOf("beside")}`,
          birthDate: "1940-05-06",
          places: ["Huis beside"],
        },
        isOpen: false,
      });
      expect(await find(PASTED_BSN)).toMatchObject({ client: { number: CLIENTS.beside } });
      for (const none of ["2000", "0003", canaryOf("beside"), "99999001", "06-05-1940", "%", "29999"])
        expect(await find(none)).toEqual({ outcome: "none" });
      expect(await find(other)).toMatchObject({ outcome: "found", client: { places: [] } });
      expect(await find(String(CLIENTS.own))).toMatchObject({ outcome: "found", isOpen: true });
    });
    expect(new Set(rows.map(({ event, purpose }) => `${event} ${purpose}`))).toEqual(
      new Set(["emergency.searched emergency"]),
    );
    expect(rows.slice(0, 2).map((row) => row.clientId)).toEqual(["client-beside", "client-beside"]);
    expect(rows.filter(({ detail }) => detail === "nothing found").map(({ objects }) => objects)).toEqual([
      ...[["client-number:2000"], [], [], [], [], [], ["client-number:29999"]],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/Kanarie|9999900/);
  });

  test("names nobody when a BSN is recorded with two clients", async () => {
    const code = bsnSearchCode(world.keys, PASTED_BSN);
    await world.db.write((tx) => tx.update(clients).set({ bsnSearch: code }));
    expect(await find(PASTED_BSN)).toEqual({ outcome: "several" });
  });

  test("is for who uses the procedure and reads dossiers somewhere, thirty times a minute", async () => {
    for (const tasks of [["dossier.view"], ["emergency.open"]] as const) {
      const without = await makeColleague(world, tasks, "everywhere");
      expect(await refusalOf(find(clientId, without))).toBe("task-missing");
      expect(await refusalOf(open(clientId, without))).toBe("task-missing");
    }
    const api = await practitioner.api();
    for (let n = 0; n < 30; n++) await api.emergency.find({ sought: "29999" });
    expect(await refusalOf(api.emergency.find({ sought: clientId }))).toBe("throttled");
    world.clock.advance(MINUTE);
    expect(await refusalOf(api.emergency.find({ sought: clientId }))).toBe("done");
  });
});

describe("opening", () => {
  test("opens one client and no other, for an hour and not a moment more; a clock set back opens nothing", async () => {
    expect(await header()).toBe("not-found");
    expect(await open()).toEqual({ number: CLIENTS.beside, until: START + 60 * MINUTE });
    const api = await practitioner.api();
    expect(await api.emergency.current({ clientId })).toEqual({ until: START + 60 * MINUTE, now: START });
    const { may } = await api.clients.header({ clientId });
    expect(may).toEqual({
      dossier: true,
      edit: true,
      export: false,
      manage: false,
      merge: false,
      caren: false,
    });
    expect(await header(other)).toBe("not-found");
    expect(await header(String(CLIENTS.nowhere))).toBe("not-found");
    expect((await api.clients.list({})).lines.map(({ number }) => number)).toContain(CLIENTS.beside);
    expect(await refusalOf(api.audits.client({ clientId }))).toBe("done");
    expect(await refusalOf(api.export.page({ clientId }))).toBe("not-found");
    world.clock.set(START + 59 * MINUTE + 59_999);
    expect(await header()).toBe("done");
    world.clock.set(START + 60 * MINUTE);
    expect(await header()).toBe("not-found");
    world.clock.set(START + 30 * MINUTE);
    expect(await header()).toBe("not-found");
  });

  test("reaches nobody outside: a questionnaire is neither asked nor withdrawn, nor offered on the page", async () => {
    const asking = { relationId: "none", questionnaireId: "none", dueOn: "2026-12-01", requestKey: newId(0) };
    await open();
    const { involved } = await practitioner.api();
    expect(await refusalOf(involved.ask({ clientId, ...asking }))).toBe("not-in-emergency");
    expect(await refusalOf(involved.withdraw({ clientId, activityId: "none" }))).toBe("not-in-emergency");
    expect(await involved.list({ clientId })).toMatchObject({ mayAsk: false });
    await giveDossierRole(world, practitioner.id, "beside", "collaborator");
    const inside = (await practitioner.api()).involved;
    expect(await refusalOf(inside.ask({ clientId, ...asking }))).toBe("portal-person-gone");
    expect(await inside.list({ clientId })).toMatchObject({ mayAsk: true });
  });

  test("keeps hidden reports shut for who may not see them there, and says how many", async () => {
    const now = world.clock.now();
    const entry = { clientId: "client-beside", moment: now, recordedAt: now, recordedBy: "Iemand" };
    const report = { ...entry, category: "dag", discipline: "zorg", expertises: [], text: "Te lezen" };
    await world.db.write(async (tx) => {
      await tx.insert(reports).values({ id: "seen", ...report });
      await tx.insert(reports).values({ id: "unseen", ...report, text: "Niet te lezen", hidden: true });
    });
    await open();
    const page = await (await practitioner.api()).dossier.entries({ clientId, part: "reports" });
    expect(JSON.stringify(page)).toContain("Te lezen");
    expect(JSON.stringify(page)).not.toContain("Niet te lezen");
    expect(page).toMatchObject({ notShown: { hidden: 1, otherExpertise: 0 } });
  });

  test("is in the log by what is done with it, and shown so in the client's own log", async () => {
    const rows = await entriesOf(world, async () => {
      await open();
      await header();
      await (await practitioner.api()).emergency.close({ clientId });
    });
    expect(rows.map((row) => [row.event, row.clientId, row.emergency, row.role, row.purpose])).toEqual([
      ["emergency.opened", "client-beside", false, expect.any(String), "emergency"],
      ["client.opened", "client-beside", true, "Noodprocedure", null],
      ["emergency.closed", "client-beside", true, "Noodprocedure", "emergency"],
    ]);
    expect(JSON.stringify(rows)).not.toContain(reason);
    const log = await (await reviewer.api()).audits.client({ clientId });
    const entries = log.days.flatMap((day) => day.entries);
    expect(entries.map(({ what, emergency }) => [what, emergency])).toEqual([
      ["Sloot de noodprocedure", true],
      ["Opende de pagina van de cliënt", true],
      ["Opende het dossier voor een uur met een noodprocedure", false],
    ]);
  });

  test("is not for a client who is open to you, nor for nobody; a reason is needed", async () => {
    expect(await refusalOf(open(String(CLIENTS.own)))).toBe("emergency-not-needed");
    expect(await refusalOf(open("29999"))).toBe("not-found");
    const api = await practitioner.api();
    for (const words of ["", "   kort     ", "x".repeat(1001)])
      expect(await refusalOf(api.emergency.open({ ...opening(), reason: words }))).toBe("input-invalid");
    await open();
    expect(await refusalOf(open())).toBe("emergency-not-needed");
    expect(await refusalOf(open(String(CLIENTS.left)))).toBe("done");
  });

  test("asks the password when that was proved too long ago", async () => {
    const api = await practitioner.api();
    world.clock.advance(6 * MINUTE);
    expect(await refusalOf(api.emergency.open(opening()))).toBe("password-needed");
    expect(await header()).toBe("not-found");
  });

  test("twice at once is one hour and one mail a person; the key holds to its content", async () => {
    const click = opening();
    const api = await practitioner.api();
    const both = await Promise.all([api.emergency.open(click), api.emergency.open(click)]);
    expect(both[0]).toEqual(both[1]);
    expect(await world.db.read.$count(emergencyAccesses)).toBe(1);
    expect(await mailsTo(world)).toEqual([`emergency-opened ${reviewer.email}`]);
    const typedOn = { ...click, reason: `${reason}, ambulance komt` };
    expect(await refusalOf(api.emergency.open(typedOn))).toBe("request-reused");
    const two = await Promise.all(
      [opening(other), opening(other)].map((each) => refusalOf(api.emergency.open(each))),
    );
    expect(two.toSorted()).toEqual(["done", "emergency-not-needed"]);
  });

  test("tells the owner and who reviews there, never the user, and names nobody", async () => {
    const owner = await makeColleague(world, PRACTITIONER, "nowhere", "Eigenaar");
    await giveDossierRole(world, owner.id, "beside", "owner");
    const viewer = await makeColleague(world, PRACTITIONER, "nowhere");
    await giveDossierRole(world, viewer.id, "beside", "viewer");
    const near = await makeColleague(world, ["emergency.review"], "beside");
    await makeColleague(world, ["emergency.review"], "own");
    const off = await makeColleague(world, ["emergency.review"], "everywhere");
    await switchOff(world, off.id);
    await open(clientId, await makeBoth());
    const told = [owner, near, reviewer].map(({ email }) => `emergency-opened ${email}`);
    expect(await mailsTo(world)).toEqual(told.sort());
    for (const mail of await world.db.read.select().from(mails)) {
      const body = openSealedText(world.keys, mail.id, "body", mail.bodySealed ?? "");
      for (const word of [canaryOf("beside"), clientId, reason, "Iemand", "Huis"])
        expect(body).not.toContain(word);
    }
  });

  test("ends when it is closed, at once and for good, and when a right it stands on is taken away", async () => {
    await open();
    const api = await practitioner.api();
    await api.emergency.close({ clientId });
    expect(await header()).toBe("not-found");
    expect(await refusalOf((await practitioner.api()).emergency.close({ clientId }))).toBe("not-found");
    world.clock.set(START - MINUTE);
    expect(await header()).toBe("not-found");
    world.clock.set(START + MINUTE);
    for (const task of ["dossier.view", "emergency.open"] as const) {
      const colleague = await makeColleague(world, PRACTITIONER, "own");
      await open(clientId, colleague);
      expect(await header(clientId, colleague)).toBe("done");
      await takeTask(colleague.id, task);
      expect(await header(clientId, colleague)).toBe(task === "dossier.view" ? "task-missing" : "not-found");
    }
  });
});

describe("reviewing", () => {
  test("shows who, which number, when, why and how much was looked at; open ones first", async () => {
    await open();
    await header();
    await header();
    world.clock.advance(10 * MINUTE);
    await (await practitioner.api()).emergency.close({ clientId });
    const { lines, mayReadLog } = await listed();
    expect(mayReadLog).toBe(true);
    expect(lines).toEqual([
      {
        id: expect.any(String),
        ...{ who: "Behandelaar, proef", client: { number: CLIENTS.beside, name: null }, reason },
        ...{ openedAt: START, until: START + 10 * MINUTE, state: "waiting", opened: 2 },
        ...{ mine: false, mayReview: true, review: null },
      },
    ]);
    const trail = await (await reviewer.api()).emergency.trail({ id: lines[0]?.id ?? "" });
    const found = await (await reviewer.api()).audits.list(trail);
    expect(found.lines.map(({ event }) => event)).toContain("Opent cliënt");
    const near = await makeColleague(world, ["emergency.review", "dossier.view"], "beside");
    expect((await listed(near)).lines[0]?.client.name).toBe(canaryOf("beside"));
    const far = await makeColleague(world, ["emergency.review"], "own");
    expect((await listed(far)).lines).toEqual([]);
    const aim = { id: lines[0]?.id ?? "", verdict: "justified", note: "" } as const;
    expect(await refusalOf((await far.api()).emergency.review(aim))).toBe("not-found");
  });

  test("is by someone else, after it is over, once; of two at once the second is told", async () => {
    const both = await makeColleague(world, [...PRACTITIONER, "emergency.review"], "own");
    await open(String(CLIENTS.nowhere), both);
    const everywhere = await makeColleague(world, ["emergency.review"], "everywhere", "Tweede");
    const id = await firstId();
    const justified = { id, verdict: "justified", note: "Helder" } as const;
    const api = await reviewer.api();
    expect(await refusalOf(api.emergency.review(justified))).toBe("emergency-running");
    world.clock.advance(60 * MINUTE);
    const again = await reviewer.api();
    expect(
      await refusalOf(again.emergency.review({ ...justified, verdict: "not-justified", note: " " })),
    ).toBe("input-invalid");
    const two = await Promise.all([
      refusalOf(again.emergency.review(justified)),
      refusalOf((await everywhere.api()).emergency.review({ id, verdict: "not-justified", note: "Nee" })),
    ]);
    expect(two.toSorted()).toEqual(["done", "emergency-reviewed"]);
    const [line] = (await listed()).lines;
    expect(line).toMatchObject({ state: "reviewed", mayReview: false });
    const mine = line?.review?.verdict === "justified" ? again : await everywhere.api();
    const said = { id, verdict: line?.review?.verdict ?? "justified", note: line?.review?.note ?? "" };
    expect(await refusalOf(mine.emergency.review(said))).toBe("done");
    const [row] = await world.db.read
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.event, "emergency.reviewed"), eq(auditEntries.outcome, "done")))
      .orderBy(desc(auditEntries.sequence));
    expect(row).toMatchObject({ clientId: "client-nowhere" });
    expect(JSON.stringify(row)).not.toContain("Helder");
  });

  test("of one's own use is refused, and it is no signal to oneself", async () => {
    const both = await makeBoth();
    await open(clientId, both);
    const signal = async (by: Colleague) =>
      (await (await by.api()).dashboard.view()).signals.find(({ id }) => id === "emergencies");
    expect(await signal(reviewer)).toBeUndefined();
    world.clock.advance(60 * MINUTE);
    expect(await signal(both)).toBeUndefined();
    expect(await signal(reviewer)).toMatchObject({ count: 1, items: [{ clients: [{ name: "Cliënt" }] }] });
    const mine = { id: await firstId(), verdict: "justified", note: "" } as const;
    expect(await refusalOf((await both.api()).emergency.review(mine))).toBe("emergency-own");
    await (await reviewer.api()).emergency.review(mine);
    expect(await signal(reviewer)).toBeUndefined();
  });
});
