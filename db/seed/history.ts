import { getTableColumns, type InferInsertModel } from "drizzle-orm";
import type { partVisits } from "@/db/schema/dossier/drafts";
import type { entryVersions } from "@/db/schema/dossier/versions";
import { startOfDay } from "@/server/core/clock";
import type { EntryTable } from "@/server/dossier/part";
import { type PartSlug, partOf } from "@/server/dossier/registry";
import { demoId } from "./chance";
import type { DemoClient } from "./demo-client";
import type { DemoDossier, EntryRow } from "./dossier";

const HOUR = 3_600_000;
const HISTORIC = 10_001;

type AnyEntry = EntryRow & Record<string, unknown>;
type Version = InferInsertModel<typeof entryVersions>;

/** What happened to a few entries after they were written, and what colleagues had seen of them. */
export interface DemoHistory {
  versions: Version[];
  visits: InferInsertModel<typeof partVisits>[];
}

/** Which entry changed, what it said before, and why. */
interface Episode {
  part: PartSlug;
  change: Version["change"];
  choose: (rows: readonly AnyEntry[], now: number) => AnyEntry | undefined;
  /** What differed before the change */
  before: (row: AnyEntry) => Record<string, unknown>;
  /** What the change sets besides who and when */
  after?: (by: string, at: number) => Record<string, unknown>;
  at: (row: AnyEntry) => number;
  by: string;
  reason: string;
}

const isOpen = (row: AnyEntry) =>
  row.hidden === false && Array.isArray(row.expertises) && row.expertises.length === 0;

const EPISODES: readonly Episode[] = [
  {
    part: "reports",
    change: "corrected",
    choose: (rows, now) =>
      rows
        .filter((row) => isOpen(row) && typeof row.text === "string" && row.recordedAt < now - 5 * HOUR)
        .sort((a, b) => b.recordedAt - a.recordedAt)[0],
    before: (row) => ({ text: `${String(row.text)} Gewicht vanochtend 27,4 kg.` }),
    at: (row) => row.recordedAt + HOUR,
    by: "Ilse Brouwer, verzorgende",
    reason: "Het gewicht was van een medebewoner.",
  },
  {
    part: "reports",
    change: "archived",
    choose: (rows, now) =>
      rows
        .filter((row) => isOpen(row) && typeof row.text === "string" && row.recordedAt < now - 96 * HOUR)
        .at(-1),
    before: () => ({}),
    after: (by, at) => ({
      archivedAt: at,
      archivedBy: by,
      archiveReason: "Bij de verkeerde cliënt vastgelegd; staat nu in het juiste dossier.",
    }),
    at: (row) => row.recordedAt + 2 * HOUR,
    by: "Wendy Klumper, verpleegkundige",
    reason: "Bij de verkeerde cliënt vastgelegd; staat nu in het juiste dossier.",
  },
  {
    part: "allergies",
    change: "ended",
    choose: (rows) => rows.find((row) => row.status === "resolved" && typeof row.endedOn === "string"),
    before: () => ({ status: "active", endedOn: null }),
    at: (row) => startOfDay(String(row.endedOn)) + 14 * HOUR,
    by: "Lieke van Schaik, arts",
    reason: "Provocatietest in het ziekenhuis was negatief.",
  },
];

/** A row as the database would give it: a column nobody filled in is there, empty. */
function whole(table: EntryTable, row: AnyEntry): Record<string, unknown> {
  const columns = Object.entries(getTableColumns(table));
  return Object.fromEntries(columns.map(([key, column]) => [key, row[key] ?? column.default ?? null]));
}

/**
 * Gives a few entries of 10001 a past: a corrected report, an archived one and an ended allergy, with their earlier
 * versions; and lets two colleagues have read her reports until the day before yesterday, so that something is new.
 * The rows of the dossier become the newest versions.
 * @param staff sign-in name → employee id
 */
export function demoHistory(
  demo: DemoClient,
  dossier: DemoDossier,
  now: number,
  staff: ReadonlyMap<string, string>,
): DemoHistory {
  const history: DemoHistory = { versions: [], visits: [] };
  if (demo.number !== HISTORIC) return history;
  for (const { part, change, choose, before, after, at, by, reason } of EPISODES) {
    const table = partOf(part)?.table;
    const rows = dossier.rows.find((each) => each.table === table)?.rows as AnyEntry[] | undefined;
    const row =
      rows &&
      choose(
        rows.filter(({ version }) => version === 1),
        now,
      );
    if (!table || !row) continue;
    const moment = at(row);
    history.versions.push({
      id: demoId(moment, `${demo.number}/versions/${part}/${change}`),
      ...{ clientId: row.clientId, part, entryId: row.id, version: 1, change, reason },
      row: whole(table, { ...row, ...before(row) }),
      ...{ replacedAt: moment, replacedBy: by },
    });
    Object.assign(row, { version: 2, changedAt: moment, changedBy: by, ...after?.(by, moment) });
  }
  const clientId = history.versions[0]?.clientId;
  for (const email of ["zorg@kroniek.example", "regie@kroniek.example"]) {
    const employeeId = staff.get(email);
    if (clientId && employeeId)
      history.visits.push({ employeeId, clientId, part: "reports", seenAt: now - 48 * HOUR });
  }
  return history;
}
