import type { InferSelectModel } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Ctx } from "@/server/access/perform";
import type { TaskId } from "@/server/access/tasks";
import type { FieldProblem } from "@/server/core/field-problems";
import type { Field, Value } from "../fields";

/** A table with records about a client. */
export type RecordTable = SQLiteTable & { id: SQLiteColumn; clientId: SQLiteColumn };

/** A record with the types of any table. */
export type AnyRecord = { id: string; clientId: string } & Record<string, Value>;

/** What a record needs besides its own row to be told in words. */
export interface Names {
  /** The name of a location by its id */
  place(id: string): string;
}

/** A record in words: what it is, its bold line, and what stands under it. */
export interface Line {
  label: string;
  title: string;
  notes: string[];
}

/** What is about to be stored, for a rule that goes beyond one field. */
export interface Proposal {
  clientId: string;
  /** Absent for a new record */
  before: AnyRecord | undefined;
  values: Readonly<Record<string, Value>>;
}

/** The pages on which records are kept: under Algemeen, and Familie under Delen. */
export type RecordPage = "general" | "family" | "profile" | "care" | "planning";

/**
 * A kind of record about a client, declared once: its card with add, change, end and withdraw, its history, its rows
 * on a sheet of the export, and what a merge asks about it.
 */
export interface RecordKind<Slug extends string = string, T extends RecordTable = RecordTable> {
  slug: Slug;
  /** Dutch, plural: heading of the card */
  label: string;
  /** Dutch, singular, lower case, for sentences */
  singular: string;
  /** Dutch: what will come here, while there is nothing */
  empty: string;
  page: RecordPage;
  table: T;
  fields: readonly Field<Extract<keyof InferSelectModel<T>, string>>[];
  /** Keys of the first and the last day (or moment); on the until-day itself it no longer holds */
  from: Extract<keyof InferSelectModel<T>, string>;
  until: Extract<keyof InferSelectModel<T>, string>;
  /** The verb of ending it, where that is not "Beëindigen", and the field it fills when that is not `until` */
  end?: { verb: string; field: Extract<keyof InferSelectModel<T>, string> };
  line(row: InferSelectModel<T>, names: Names): Line;
  /** How it reads on a sheet, where that is not the line and its notes after each other */
  sheetText?(row: InferSelectModel<T>): string;
  /** Who or what comes first among those that hold now; lower is earlier */
  rank?(row: InferSelectModel<T>): number;
  /** Whoever holds one of these in reach sees it; `write` changes it */
  see: readonly TaskId[];
  write: TaskId;
  /** The card shows the label of each record as a tag, for it differs */
  tagged?: true;
  /** The card says who wrote it and when */
  signed?: true;
  /** Still open when someone leaves care, it ends on that day */
  endsWithCare?: true;
  /** Rules beyond single fields */
  check?(ctx: Ctx, proposal: Proposal): Promise<FieldProblem[]>;
  /** Refuses a change as a whole; `after` is absent when the record is withdrawn. @throws DomainError */
  guard?(
    ctx: Ctx,
    change: { clientId: string; before: AnyRecord; after: AnyRecord | undefined },
  ): Promise<void>;
  /** Sheet of the export that holds it */
  sheet: "Cliënt" | "Contacten";
  /** What merging two clients does: all rows move along, or the user chooses whose are kept, by kind or with the dossier (DOMAIN.md 6) */
  merge: "move" | "choose" | "with-dossier";
}

/** Declares a kind with its own row type; the registry keeps them as `AnyKind`. */
export function defineKind<const Slug extends string, T extends RecordTable>(
  kind: RecordKind<Slug, T>,
): RecordKind<Slug, T> {
  return kind;
}

/** Who sees the ordinary facts about a client. */
export const WHOEVER_SEES_CLIENTS = [
  "dossier.view",
  "client.manage",
  "caren.view",
] as const satisfies readonly TaskId[];

/** Who sees what is more than an address: care staff and the office. */
export const CARE_AND_OFFICE = ["dossier.view", "client.manage"] as const satisfies readonly TaskId[];

/** A first and last day as two fields. */
export function periodFields(required?: true): [Field<"fromDate">, Field<"untilDate">] {
  return [
    { key: "fromDate", label: "Vanaf", kind: "date", partial: required ? undefined : true, required },
    {
      key: "untilDate",
      label: "Tot",
      kind: "date",
      from: "fromDate",
      partial: required ? undefined : true,
      hint: "Vanaf deze dag geldt het niet meer. Laat leeg zolang het geldt.",
    },
  ];
}
