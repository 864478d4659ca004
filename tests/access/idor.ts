import { eq, sql } from "drizzle-orm";
import { POST as previewDocument } from "@/app/api/documents/[documentId]/preview/route";
import { POST as downloadDocument } from "@/app/api/documents/[documentId]/route";
import { POST as downloadExport } from "@/app/api/exports/[exportId]/route";
import { documents } from "@/db/schema/dossier/documents";
import { reports } from "@/db/schema/dossier/reports";
import { exports } from "@/db/schema/exports";
import { dossierRoles } from "@/db/schema/sharing";
import { reasonOf } from "@/server/access/perform";
import { RELATION_KINDS, type RelationKind } from "@/server/access/relations";
import { TASKS, type TaskId } from "@/server/access/tasks";
import { createCaller } from "@/server/api/root";
import { setRunning, type World } from "@/server/core/world";
import { prepareFile, storeFile } from "@/server/files/store";
import { cookieOf, ORIGIN, OWN_HEADERS } from "../api/post";
import { DECLARED, type Declared } from "./declared";
import {
  type Bond,
  CLIENTS,
  canaryOf,
  contextOf,
  entriesOf,
  giveDossierRole,
  makeEmployee,
  makePlaces,
  openSession,
  type PlaceName,
  signInPortal,
} from "./people";

const OWN = String(CLIENTS.own);
const OTHER_OWN = String(CLIENTS.below);
const FOREIGN = String(CLIENTS.beside);
const FOREIGN_ID = "client-beside";
const SECRET = "Kanarie-in-het-dossier";

/** Ids of what belongs to the foreign client: each stands where an own id should. */
const FOREIGN_IDS = [
  FOREIGN,
  FOREIGN_ID,
  "report-beside",
  "document-beside",
  "export-beside",
  "key-beside",
  "beside",
  "role-beside",
];

/** Words that an answer holds only when it shows something of the foreign client. */
const MARKS = [canaryOf("beside"), SECRET];

/** Richer input than the matrix needs: every place where an id could be tried, nested ones too. */
const RICH: Record<string, Record<string, unknown>> = {
  "clients.list": { search: "x", after: { key: "x", number: 1 } },
  "clients.search": { search: "x", after: { key: "x", number: 1 } },
  "dossier.entries": { part: "reports", search: "x", filters: { category: "x" }, sort: "x" },
  "entries.form": { part: "reports", entryId: "x" },
  "entries.add": { part: "reports", values: { text: "x", discipline: "carer" }, requestKey: "own-key-2" },
  "entries.correct": { part: "reports", entryId: "x", version: 1, values: { text: "x" } },
  "entries.archive": { part: "reports", entryId: "x", version: 1, reason: "x" },
  "entries.restore": { part: "reports", entryId: "x", version: 1 },
  "entries.entry": { part: "reports", entryId: "x" },
  "entries.versions": { part: "reports", entryId: "x" },
  "entries.saveDraft": { part: "reports", entryId: "x", values: {} },
  "entries.dropDraft": { part: "reports", entryId: "x" },
  "export.request": { requestKey: "own-key-1", note: "x" },
};

/** Puts a report, a document with bytes and an export with the foreign client. */
async function makeForeignDossier(world: World): Promise<void> {
  const now = world.clock.now();
  const entry = { clientId: FOREIGN_ID, moment: now, recordedAt: now, recordedBy: "Iemand" };
  const file = prepareFile(now, { mime: "text/plain", bytes: Buffer.from(SECRET) });
  await world.db.write(async (tx) => {
    await storeFile(world, tx, FOREIGN_ID, file);
    const report = { id: "report-beside", category: "dag", discipline: "zorg", expertises: [] };
    await tx.insert(reports).values({ ...entry, ...report, text: SECRET });
    const paper = { id: "document-beside", title: SECRET, label: "letter", status: "current" as const };
    await tx.insert(documents).values({ ...entry, ...paper, fileId: file.fileId, mime: "text/plain" });
    await tx.insert(exports).values({
      id: "export-beside",
      clientId: FOREIGN_ID,
      scope: "complete",
      purpose: "internal",
      requestedById: "x",
      requestedByName: SECRET,
      requestedAt: now,
      requestKey: "key-beside",
      status: "ready",
      completedAt: now,
      expiresAt: now + 1_000_000,
      wrappedKey: "x",
    });
  });
}

/** The emergency procedure is there to reach one client elsewhere: `tests/emergency` holds it to that one. */
const REACHES_BEYOND: readonly string[] = ["emergency.find", "emergency.open"];

/** Every way to put one of these values at one of the places of an input, and under a list or an object there. */
function replaced(input: unknown, by: string): unknown[] {
  if (Array.isArray(input))
    return input.flatMap((each, at) => replaced(each, by).map((one) => input.with(at, one)));
  if (typeof input === "object" && input !== null) {
    return Object.entries(input).flatMap(([key, value]) =>
      replaced(value, by).map((one) => ({ ...input, [key]: one })),
    );
  }
  if (by === FOREIGN) return [by, Number(by), [by], { id: by }];
  return by === FOREIGN_ID ? [by, [by]] : [by];
}

async function tableNames(world: World): Promise<string[]> {
  const rows = await world.db.read.all<{ name: string }>(
    sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND sql NOT LIKE '%VIRTUAL%'`,
  );
  const own = /^(?:audit_entries|sessions|throttles|migrations|engine_.*|client_names.*)$/;
  return rows.map(({ name }) => name).filter((name) => !own.test(name));
}

/** What the database holds: of everyone, or of the foreign client only. */
async function holdings(world: World, tables: string[], foreignOnly: boolean): Promise<string> {
  const parts: string[] = [];
  for (const table of tables) {
    const rows = await world.db.read.all<Record<string, unknown>>(sql.raw(`SELECT * FROM ${table}`));
    const foreign = rows.filter((row) => row.client_id === FOREIGN_ID || row.id === FOREIGN_ID);
    parts.push(JSON.stringify(foreignOnly ? foreign : rows));
  }
  return parts.join("\n");
}

export interface IdorReport {
  attempts: number;
  leaks: string[];
  writes: string[];
}

interface Attempt {
  /** The procedure or address */
  door: string;
  name: string;
  /** The target itself is foreign: nothing but a logged refusal may come of it */
  foreignTarget: boolean;
  send(): Promise<{ refused: boolean; shown: string }>;
}

/** The sessions of who tries: as an employee, and in the portal. */
interface Tried {
  employee: string;
  portal: string;
}

const isPortal = ({ door }: Declared) => door === "portal" || door === "portalSelf";

async function procedureAttempts(world: World, tried: Tried): Promise<Attempt[]> {
  const call = async (path: string, session: string, input: unknown) => {
    let at: unknown = createCaller(await contextOf(world, session));
    for (const step of path.split(".")) at = (at as Record<string, unknown>)[step];
    try {
      return {
        refused: false,
        shown: JSON.stringify(await (at as (given: unknown) => Promise<unknown>)(input)) ?? "",
      };
    } catch (error) {
      const told = error instanceof Error ? error.message : String(error);
      return { refused: reasonOf(error) === "not-found", shown: told };
    }
  };
  const attemptsOf = (path: string, declared: Declared): Attempt[] => {
    const input = RICH[path] ?? declared.input?.() ?? {};
    const pair = declared.door === "onClientPair";
    const onClient = pair || declared.door === "onClient" || declared.door === "portal";
    const body = onClient ? { clientId: OWN, ...(pair && { otherId: OTHER_OWN }), ...input } : input;
    const variants = FOREIGN_IDS.flatMap((id) => [
      ...replaced(body, id),
      { ...body, clientIds: [id], entryId: id, exportId: id, locationIds: [id] },
    ]);
    const second = pair ? [{ ...body, otherId: FOREIGN }] : [];
    const target = onClient ? [{ ...body, clientId: FOREIGN }, ...second] : [];
    return [...target, ...variants].map((each, index) => ({
      door: path,
      name: `${path} ${JSON.stringify(each)}`,
      foreignTarget: index < target.length,
      send: () => call(path, isPortal(declared) ? tried.portal : tried.employee, each),
    }));
  };
  return Object.entries(DECLARED)
    .filter(([path]) => !REACHES_BEYOND.includes(path))
    .flatMap(([path, declared]) => attemptsOf(path, declared));
}

async function routeAttempts(world: World, session: string): Promise<Attempt[]> {
  const cookie = await cookieOf(world, session);
  const ask = () => new Request(`${ORIGIN}/`, { method: "POST", headers: { ...OWN_HEADERS, cookie } });
  const answer = async (response: Promise<Response>) => {
    const { status, text } = await response.then(async (got) => ({
      status: got.status,
      text: await got.text(),
    }));
    return { refused: status === 404, shown: text };
  };
  const routes = {
    documents: (id: string) => downloadDocument(ask(), { params: Promise.resolve({ documentId: id }) }),
    previews: (id: string) => previewDocument(ask(), { params: Promise.resolve({ documentId: id }) }),
    exports: (id: string) => downloadExport(ask(), { params: Promise.resolve({ exportId: id }) }),
  };
  return Object.entries(routes).flatMap(([route, download]) =>
    FOREIGN_IDS.map((id) => ({
      door: `/api/${route}`,
      name: `/api/${route}/${id}`,
      foreignTarget: true,
      send: () => answer(download(id)),
    })),
  );
}

function groups<T>(all: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const each of all) found.set(keyOf(each), [...(found.get(keyOf(each)) ?? []), each]);
  return found;
}

/**
 * Someone with every task, but with reach over one place only, tries every id of a client at another place in
 * every input and address. Nothing of that client may be shown or changed, and each refusal must be in the log.
 * @param reach `own`; another value shows that this proof can fail
 */
export async function runIdor(world: World, reach: PlaceName | "everywhere" = "own"): Promise<IdorReport> {
  await makePlaces(world);
  await makeForeignDossier(world);
  setRunning({ world });
  const tasks = Object.keys(TASKS) as TaskId[];
  const employeeId = await makeEmployee(world, [{ tasks, reach }]);
  await giveDossierRole(world, employeeId, "beside", "owner");
  await world.db.write((tx) => tx.update(dossierRoles).set({ endedAt: 1 }));
  const colleague = await makeEmployee(world, []);
  await giveDossierRole(world, colleague, "beside", "viewer");
  const theirs = eq(dossierRoles.employeeId, colleague);
  await world.db.write((tx) => tx.update(dossierRoles).set({ id: "role-beside" }).where(theirs));
  const session = await openSession(world, employeeId);
  const tables = await tableNames(world);
  const report: IdorReport = { attempts: 0, leaks: [], writes: [] };
  // Who was in the foreign dossier once, or was something to that client, is as foreign as anyone.
  const bonds = (Object.keys(RELATION_KINDS) as RelationKind[]).flatMap((kind): Bond[] => [
    { kind, to: reach === "everywhere" ? "beside" : "own" },
    { kind, to: "beside", ended: true },
  ]);
  const tried: Tried = { employee: session, portal: await signInPortal(world, bonds) };
  const all = [...(await procedureAttempts(world, tried)), ...(await routeAttempts(world, session))];
  for (const group of groups(all, ({ door, foreignTarget }) => `${door} ${foreignTarget}`).values()) {
    // A right call about one's own client may change that client, never the other.
    const foreignOnly = group.some(({ foreignTarget }) => !foreignTarget);
    // Some acts end what someone is in the portal: each door is tried by who is all they may be.
    tried.portal = await signInPortal(world, bonds);
    const before = await holdings(world, tables, foreignOnly);
    for (const { name, foreignTarget, send } of group) {
      report.attempts += 1;
      let answer = { refused: false, shown: "" };
      const rows = await entriesOf(world, async () => {
        answer = await send();
      });
      const logged = rows.length === 1 && rows[0]?.outcome === "refused";
      if (MARKS.some((mark) => answer.shown.includes(mark))) report.leaks.push(`${name} showed it`);
      else if (foreignTarget && !answer.refused) report.leaks.push(`${name} was not NOT_FOUND`);
      else if (foreignTarget && !logged) report.leaks.push(`${name} was not logged as refused`);
    }
    const changed = (await holdings(world, tables, foreignOnly)) !== before;
    if (changed) report.writes.push(group[0]?.door ?? "");
  }
  return report;
}
