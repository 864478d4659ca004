import type { EntryTable, Part, Row } from "./part";
import { allergiesPart } from "./parts/allergies";
import { carePlansPart } from "./parts/care-plans";
import { documentsPart } from "./parts/documents";
import { dsmPart } from "./parts/dsm";
import { episodesPart } from "./parts/episodes";
import { labResultsPart } from "./parts/lab-results";
import { legalStatusPart } from "./parts/legal-status";
import { lifeStoryPart } from "./parts/life-story";
import { measurementsPart } from "./parts/measurements";
import { medicationPart } from "./parts/medication";
import { problemsPart } from "./parts/problems";
import { questionnairesPart } from "./parts/questionnaires";
import { reportsPart } from "./parts/reports";
import { restraintsPart } from "./parts/restraints";

/** The dossier parts in the order of the menu and of the workbook. Adding one here is all that shows it. */
export const PARTS = [
  reportsPart,
  carePlansPart,
  allergiesPart,
  episodesPart,
  dsmPart,
  problemsPart,
  legalStatusPart,
  medicationPart,
  measurementsPart,
  labResultsPart,
  documentsPart,
  restraintsPart,
  lifeStoryPart,
  questionnairesPart,
] as const;

export type PartSlug = (typeof PARTS)[number]["slug"];

/** A part whose own row type is not known here: rows go in and out through its own functions only. */
export type AnyPart = Part<PartSlug, EntryTable>;
export type AnyRow = Row<EntryTable> & EntryFields & Record<string, unknown>;

/** What every entry has, whatever its part (`db/schema/dossier/entry.ts`). */
interface EntryFields {
  id: string;
  clientId: string;
  moment: number;
  recordedAt: number;
  recordedBy: string;
  recordedById: string | null;
  version: number;
  changedAt: number | null;
  changedBy: string | null;
  changedById: string | null;
  archivedAt: number | null;
  archivedBy: string | null;
  archiveReason: string | null;
}

/** All parts, for code that treats them alike. */
export const parts = PARTS as unknown as readonly AnyPart[];

/** The part with this address, or `undefined` when there is none. */
export function partOf(slug: string): AnyPart | undefined {
  return parts.find((part) => part.slug === slug);
}
