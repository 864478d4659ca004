import { insertMany } from "@/db/insert";
import { employees } from "@/db/schema/access";
import { auditEntries } from "@/db/schema/audit";
import { clients } from "@/db/schema/clients";
import { type AuditContent, type AuditRow, type Head, linkOf } from "@/server/audit/chain";
import { EVENTS, type EventId } from "@/server/audit/events";
import { headOf } from "@/server/audit/record";
import type { World } from "@/server/core/world";

/** Employees and clients of the made log, and the first client number. */
export const MADE = { employees: 300, clients: 2_000, firstNumber: 30_001 } as const;

export const madeEmployee = (index: number): string => `made-employee-${index}`;
export const madeClient = (index: number): string => `made-client-${index}`;

const DAY_MS = 86_400_000;
const YEARS_MS = 5 * 365 * DAY_MS;
const SLICE = 10_000;

/** What people do, and how often in a thousand; reading a dossier is most of it, as in real logs. */
const SHARES: readonly (readonly [event: EventId, share: number])[] = [
  ["dossier.part-viewed", 380],
  ["client.opened", 190],
  ["dossier.overview-viewed", 120],
  ["client.viewed", 90],
  ["client.listed", 60],
  ["client.searched", 50],
  ["sign-in", 50],
  ["dashboard.viewed", 40],
  ["dossier.document-downloaded", 10],
  ["export.requested", 4],
  ["export.downloaded", 3],
  ["export.deleted", 3],
];

const ABOUT_NOBODY = new Set<EventId>(["client.listed", "client.searched", "sign-in", "dashboard.viewed"]);

/** A row of numbers that is the same each time, 0 ≤ n < 1 (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function eventAt(share: number): EventId {
  let left = share * 1_000;
  return SHARES.find(([, each]) => {
    left -= each;
    return left < 0;
  })?.[0] as EventId;
}

/** Row `sequence` of the made log: some employees and clients come by far oftener than others. */
function contentOf(sequence: number, at: number, next: () => number, keyId: string): AuditContent {
  const event = eventAt(next());
  const employee = Math.floor(next() ** 2 * MADE.employees);
  const client = Math.floor(next() ** 3 * MADE.clients);
  const refused = next() < 0.01;
  const signsIn = event === "sign-in";
  const clientId = ABOUT_NOBODY.has(event) ? null : madeClient(client);
  return {
    ...{ sequence, at, event, keyId, clientId },
    action: EVENTS[event].action,
    outcome: refused ? "refused" : "done",
    actor: signsIn ? "anoniem" : `employee:${madeEmployee(employee)}`,
    actorName: signsIn ? "Niet ingelogd" : `Medewerker ${employee}`,
    role: signsIn ? null : "verzorgende",
    onBehalfOf: null,
    objects: signsIn
      ? [`employee:${madeEmployee(employee)}`]
      : clientId === null
        ? []
        : [`client:${clientId}`, ...(event === "dossier.part-viewed" ? ["part:reports"] : [])],
    purpose: null,
    task: signsIn ? null : "dossier.view",
    emergency: next() < 0.0005,
    accessPoint: "web",
    source: "192.0.2.7",
    detail: refused ? "not-found" : null,
  };
}

async function makePeople(world: World): Promise<void> {
  const now = world.clock.now();
  const times = { createdAt: now, changedAt: now };
  await world.db.write(async (tx) => {
    await insertMany(
      tx,
      employees,
      Array.from({ length: MADE.employees }, (_, index) => ({
        id: madeEmployee(index),
        email: `${madeEmployee(index)}@kroniek.example`,
        name: `Medewerker ${index}`,
        title: "verzorgende",
        expertises: [],
        createdAt: now,
      })),
    );
    await insertMany(
      tx,
      clients,
      Array.from({ length: MADE.clients }, (_, index) => ({
        id: madeClient(index),
        number: MADE.firstNumber + index,
        lastName: `Cliënt${index}`,
        nameUse: "own" as const,
        gender: "unknown" as const,
        ...times,
      })),
    );
  });
}

/**
 * Fills an empty log with rows as five years of an organisation leave them, each linked to the one before it as the
 * product does, and makes the people they are about.
 * @param until moment of the newest row (epoch ms)
 */
export async function makeLog(world: World, rows: number, until: number): Promise<void> {
  await makePeople(world);
  const next = numbers(1);
  let head: Head = await headOf(world.db.read);
  const first = head.sequence;
  while (head.sequence - first < rows) {
    const slice: AuditRow[] = [];
    while (slice.length < SLICE && head.sequence - first < rows) {
      const sequence = head.sequence + 1;
      const at = Math.round(until - YEARS_MS * (1 - (sequence - first) / rows));
      const content = contentOf(sequence, at, next, world.keys.auditId);
      const hash = linkOf(world.keys.audit, head.hash, content);
      slice.push({ ...content, hash });
      head = { sequence, hash };
    }
    await world.db.write((tx) => insertMany(tx, auditEntries, slice), { alone: true });
  }
}
