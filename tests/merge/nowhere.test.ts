import { and, eq, gt, isNotNull, ne, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { locations } from "@/db/schema/access";
import { sessions } from "@/db/schema/auth";
import { clients } from "@/db/schema/clients";
import { parties } from "@/db/schema/consent";
import { exports } from "@/db/schema/exports";
import { activities } from "@/db/schema/involved";
import { portalRelations } from "@/db/schema/portal";
import { emergencyAccesses } from "@/db/schema/sharing";
import { TASKS, type TaskId } from "@/server/access/tasks";
import { appRouter, createCaller } from "@/server/api/root";
import { openBsn } from "@/server/clients/bsn";
import { newId } from "@/server/core/ids";
import { signals } from "@/server/dashboard/signals/registry";
import { dueReminders } from "@/server/questionnaires/remind";
import { DECLARED } from "../access/declared";
import { declarationsOf } from "../access/matrix";
import { contextOf, makeEmployee, openSession } from "../access/people";
import { demoWorld } from "../demo-world";
import type { TestWorld } from "../world";

/** Everyone of the demo but the first is merged into the first: whatever is shown of anyone else is wrong. */
const SURVIVOR = 10_001;
const CANARY = "Kanarie";

let world: TestWorld;
let staff: string;
let guests: string[];
let inputs: Record<string, readonly unknown[]>;

const others = ne(clients.number, SURVIVOR);

beforeAll(async () => {
  world = await demoWorld();
  const tasks = Object.keys(TASKS) as TaskId[];
  const employeeId = await makeEmployee(world, [{ tasks, reach: "everywhere" }]);
  staff = await openSession(world, employeeId);
  const accounts = await world.db.read
    .selectDistinct({ id: portalRelations.accountId })
    .from(portalRelations);
  const now = world.clock.now();
  guests = accounts.map(() => newId(now));
  await world.db.write(async (tx) => {
    await tx
      .update(clients)
      .set({ lastName: sql`'${sql.raw(CANARY)}' || number`, nameUse: "own" })
      .where(others);
    for (const [index, { id }] of accounts.entries())
      await tx.insert(sessions).values({
        ...{ id: guests[index] ?? "", portalAccountId: id, stage: "full" },
        ...{ createdAt: now, lastSeenAt: now, provedAt: now },
      });
    const [other] = await tx.select().from(clients).where(others).limit(1);
    await tx.update(activities).set({ clientId: other?.id ?? "" });
    await tx.insert(exports).values({
      ...{
        id: "ready",
        clientId: other?.id ?? "",
        scope: "complete",
        purpose: "internal",
        requestKey: "ready",
      },
      ...{ requestedById: employeeId, requestedByName: "Iemand", requestedAt: now, status: "ready" },
      ...{ completedAt: now, expiresAt: now + 1_000_000, wrappedKey: "x" },
    });
  });
  inputs = await richInputs();
  // One of them is among those who were opened last, too.
  const [opened] = await world.db.read.select().from(clients).where(others).limit(1);
  const api = createCaller(await contextOf(world, staff));
  await api.clients.header({ clientId: String(opened?.number) });
}, 120_000);
afterAll(() => world.close());

/** Input that finds people, where what the matrix sends finds nobody. */
async function richInputs(): Promise<Record<string, readonly unknown[]>> {
  const db = world.db.read;
  const [known] = await db
    .select()
    .from(clients)
    .where(and(others, isNotNull(clients.bsnSealed)))
    .limit(1);
  if (!known?.bsnSealed) throw new Error("Nobody has a BSN.");
  const bsn = openBsn(world.keys, known.bsnSealed);
  const codes = (await db.select({ code: locations.code }).from(locations)).map(({ code }) => code);
  const partyIds = (await db.select({ id: parties.id }).from(parties)).map(({ id }) => id);
  const uses = await db.select({ id: emergencyAccesses.id }).from(emergencyAccesses);
  const asked = [CANARY, known.lastName, bsn, known.birthDate ?? ""].map((search) => ({ search, size: 100 }));
  const born = { lastName: known.lastName, birthDate: known.birthDate ?? "", bsn };
  return {
    "clients.list": [{ size: 100 }, ...asked],
    "clients.search": asked,
    "clients.alike": [{ values: born }],
    "locations.clients": codes.map((code) => ({ code })),
    "caren.list": [{}],
    "caren.location": codes.map((code) => ({ code })),
    "locationMessages.preview": codes.map((location) => ({ location })),
    "locationMessages.unreached": codes.map((location) => ({ location })),
    "consent.behind": partyIds.flatMap((partyId) =>
      ["yes", "no", "none", "over"].map((figure) => ({ partyId, figure, page: 1 })),
    ),
    "dashboard.signal": signals.map(({ id }) => ({ signal: id })),
    "emergency.find": [{ sought: bsn }, { sought: String(known.number) }],
    "emergency.trail": uses.map(({ id }) => ({ id })),
    "employees.whyAccess": [{ employeeId: "nobody", clientNumber: String(known.number) }],
  };
}

/** What every query without a client gives, called as someone who may everything everywhere, and as each portal account. */
async function everything(): Promise<Map<string, string>> {
  const shown = new Map<string, string>();
  for (const { path, kind, meta } of declarationsOf(appRouter)) {
    if (kind !== "query" || !meta || !["anywhere", "self", "onLocations", "portalSelf"].includes(meta.door))
      continue;
    const texts: string[] = [];
    for (const session of meta.door === "portalSelf" ? guests : [staff]) {
      for (const input of inputs[path] ?? [DECLARED[path]?.input?.()]) {
        let at: unknown = createCaller(await contextOf(world, session));
        for (const step of path.split(".")) at = (at as Record<string, unknown>)[step];
        const answer = (at as (given: unknown) => Promise<unknown>)(input);
        texts.push(JSON.stringify(await answer.catch(() => null)) ?? "");
      }
    }
    shown.set(path, texts.join("\n"));
  }
  return shown;
}

const pathsThatShow = (shown: Map<string, string>, what: RegExp) =>
  [...shown].filter(([, text]) => what.test(text)).map(([path]) => path);

it("who was merged away is shown nowhere: no list, search, signal, count or portal knows them", async () => {
  const name = new RegExp(CANARY);
  const before = pathsThatShow(await everything(), name);
  // The walk does come where people are shown, or it would prove nothing.
  expect(before).toEqual(
    expect.arrayContaining([
      ...["clients.list", "clients.search", "clients.alike", "locations.clients", "consent.behind"],
      ...["dashboard.view", "dashboard.signal", "emergency.find", "emergency.list", "audits.list"],
      ...["portal.clients", "caren.list"],
    ]),
  );
  expect(await dueReminders(world.db.read, "2999-01-01")).not.toEqual([]);
  const [survivor] = await world.db.read.select().from(clients).where(eq(clients.number, SURVIVOR));
  const gone = await world.db.read.select({ id: clients.id }).from(clients).where(others);
  await world.db.write((tx) =>
    tx
      .update(clients)
      .set({ mergedIntoId: survivor?.id ?? "" })
      .where(others),
  );

  const after = await everything();
  expect(pathsThatShow(after, name)).toEqual([]);
  // The log goes on naming what happened under which id; an address of someone is shown by nothing else.
  const ids = new RegExp(gone.map(({ id }) => id).join("|"));
  expect(pathsThatShow(after, ids).filter((path) => path !== "audits.list")).toEqual([]);

  const api = createCaller(await contextOf(world, staff));
  expect(await api.clients.list({})).toMatchObject({ total: 1, lines: [{ number: SURVIVOR }] });
  expect(await api.clients.search({ search: CANARY })).toMatchObject({ total: 0, lines: [] });
  const counted = (await api.locations.tree()).map((node) => node.clients ?? 0);
  expect(counted.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(1);
  expect((await api.consent.overview()).total).toBe(1);
  expect(await dueReminders(world.db.read, "2999-01-01")).toEqual([]);
  expect(await world.db.read.$count(sql`shared_bsn`)).toBe(0);

  // And back again, all of them: a merge that is undone leaves nobody hidden.
  await world.db.write((tx) => tx.update(clients).set({ mergedIntoId: null }).where(gt(clients.number, 0)));
  expect(pathsThatShow(await everything(), name)).toEqual(expect.arrayContaining(before));
}, 240_000);
