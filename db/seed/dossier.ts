import { dayOf, startOfDay } from "@/server/core/clock";
import type { Draft, EntryTable } from "@/server/dossier/part";
import { type AnyPart, parts } from "@/server/dossier/registry";
import type { PreparedFile } from "@/server/files/store";
import { demoId } from "./chance";
import { colleagueAt } from "./colleagues";
import type { DemoClient } from "./demo-client";
import { type FilledPen, makePen, type Subject } from "./pen";
import { manyMeasurements, manyReports } from "./volume";

const DAY = 86_400_000;

/** What every entry has, whatever its part; the columns of the part itself go along unseen. */
type AnyDraft = Draft<EntryTable> & { moment: number };
export type EntryRow = AnyDraft & { id: string; clientId: string; recordedAt: number; recordedBy: string };

/** The dossier of one client: rows a part, and the files its documents point at. */
export interface DemoDossier {
  rows: { table: EntryTable; rows: EntryRow[] }[];
  files: PreparedFile[];
}

/** What can only have happened in care; of the rest (an allergy, a diagnosis) the start may lie before. */
const HAPPENS_IN_CARE: readonly string[] = ["reports", "measurements", "restraints", "care-plans"];

/** Calendar days between two days: in milliseconds a day with a change of the clock is an hour longer or shorter. */
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY;

function draftsOf(part: AnyPart, demo: DemoClient, pen: FilledPen): AnyDraft[] {
  const ordinary = () => part.demo(pen) as AnyDraft[];
  if (demo.fill !== "volume") return ordinary();
  const days = daysBetween(pen.client.inCareSince, dayOf(pen.now));
  if (part.slug === "reports") return manyReports(pen, days);
  return part.slug === "measurements" ? manyMeasurements(pen, days) : ordinary();
}

/**
 * Lets every part write its demo entries for a client, and adds what who stores them knows: id, client, who and when.
 * @param authors how a colleague is written down → their employee id, for those who can sign in
 */
export function demoDossier(
  demo: DemoClient,
  clientId: string,
  subject: Subject,
  authors: ReadonlyMap<string, string>,
): DemoDossier {
  const dossier: DemoDossier = { rows: [], files: [] };
  if (demo.fill === "none") return dossier;
  const admission = startOfDay(subject.client.inCareSince);
  for (const part of parts) {
    if (demo.only && !demo.only.includes(part.slug)) continue;
    const pen = makePen(subject, part.slug);
    const written = draftsOf(part, demo, pen).filter(
      ({ moment }) => moment >= admission || !HAPPENS_IN_CARE.includes(part.slug),
    );
    const rows = written.map((draft, index): EntryRow => {
      const recordedAt = Math.min(Math.max(draft.recordedAt ?? draft.moment, admission), subject.until);
      const recordedBy = draft.recordedBy ?? colleagueAt(pen, subject.location).name;
      return {
        ...draft,
        id: demoId(recordedAt, `${demo.number}/${part.slug}/${index}`),
        clientId,
        recordedAt,
        recordedBy,
        recordedById: authors.get(recordedBy) ?? null,
        version: 1,
      };
    });
    dossier.rows.push({ table: part.table, rows });
    dossier.files.push(...pen.files);
  }
  return dossier;
}
