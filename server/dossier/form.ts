import type { z } from "zod";
import type { Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { DISCIPLINES, oneOf } from "./codes";
import { draftOf } from "./draft";
import { findEntry, partAt } from "./find";
import {
  type EndingView,
  type FieldView,
  type FormRecord,
  type FormValue,
  type FormView,
  optionsOf,
} from "./form-view";
import type { OpenForm } from "./input";
import { textLimit } from "./judge";
import type { Column } from "./part";
import { REPORT_TEMPLATES } from "./parts/reports-templates";
import { recordLimit } from "./read-form";
import type { AnyPart, AnyRow } from "./registry";
import { wallClockText } from "./show";
import { entryName } from "./view";

/** A stored value as a form holds it. */
function formValue(column: Column, value: unknown): FormValue {
  if (value === null || value === undefined) {
    return column.kind === "rows" || column.kind === "codes" ? [] : null;
  }
  if (column.kind === "moment") return typeof value === "number" ? wallClockText(value) : null;
  if (column.kind !== "rows") return value as FormValue;
  return (value as Record<string, unknown>[]).map((record) => recordOf(column.fields ?? [], record));
}

function recordOf(fields: readonly Column[], record: Readonly<Record<string, unknown>>): FormRecord {
  return Object.fromEntries(fields.map((field) => [field.key, formValue(field, record[field.key])]));
}

/** The columns a person fills in, in the order of the form. */
function written(part: AnyPart): Column[] {
  return part.columns.filter((column) => column.write);
}

/** An entry's values as its form holds them: what comes back unchanged was not touched. */
export function formValues(part: AnyPart, row: Readonly<Record<string, unknown>>): FormRecord {
  return recordOf(written(part), row);
}

function fieldView(column: Column, value: unknown): FieldView {
  const { key, label, kind, write, fields = [], singular } = column;
  const options = kind === "code" || kind === "codes" ? optionsOf(column.codes) : [];
  // What an import brought stays a choice of the entry that has it, under its own code.
  const odd = kind === "code" && typeof value === "string" && !options.some(({ code }) => code === value);
  return {
    key,
    label,
    kind,
    required: write?.required === true,
    max: kind === "rows" ? recordLimit(column) : textLimit(column),
    options: odd ? [...options, { code: value, label: value }] : options,
    fields: fields.map((field) => fieldView(field, undefined)),
    singular: singular ?? null,
    partial: write?.partial === true,
    past: write?.past === true,
    hint: write?.hint ?? null,
    initial: typeof write?.initial === "object" ? null : (write?.initial ?? null),
  };
}

function disciplineOf({ actor }: Ctx): string | null {
  if (actor.kind !== "employee") return null;
  const title = actor.title.toLowerCase();
  const named = Object.entries(DISCIPLINES).find(([, label]) => label.toLowerCase() === title)?.[0];
  return named ?? oneOf(DISCIPLINES, actor.expertises[0]) ?? null;
}

/** What a new entry starts with: also for a field that a form leaves to the server. */
export function initialValues(ctx: Ctx, part: AnyPart): FormRecord {
  const starting = written(part).filter(({ write }) => write?.initial !== undefined);
  return Object.fromEntries(starting.map((column) => [column.key, initialValue(ctx, column)]));
}

function initialValue(ctx: Ctx, { write, kind }: Column): FormValue {
  const initial = write?.initial;
  if (typeof initial !== "object") return initial ?? (kind === "rows" || kind === "codes" ? [] : null);
  if (initial.from === "discipline") return disciplineOf(ctx);
  return initial.from === "today" ? ctx.day : wallClockText(ctx.now);
}

/** What someone could never choose is not asked: hiding from oneself, or binding to what one is not. */
function isAsked(ctx: Ctx, part: AnyPart, { key }: Column): boolean {
  if (key === "hidden" && part.restricted?.hidden) return ctx.allows("dossier.view-hidden");
  if (key !== "expertises" || !part.restricted?.expertises) return true;
  return ctx.actor.kind === "employee" && ctx.actor.expertises.length > 0;
}

/** What the dialog of ending asks; `null` for a part without an end. */
export function endingView(part: AnyPart): EndingView | null {
  const { ending, columns } = part;
  if (ending === "none") return null;
  const codes = columns.find(({ key }) => key === ending.status.key)?.codes ?? {};
  return {
    label: columns.find(({ key }) => key === ending.on)?.label ?? "",
    statuses: ending.status.codes.map((code) => ({ code, label: codes[code] ?? code })),
  };
}

/**
 * Everything the form of a part needs, from its declaration: a new entry's starting values, or an entry's own to
 * correct; and what this person was writing there before.
 * @throws DomainError `not-found` for an unknown part, or an entry that is not there or not for them
 */
export async function openForm(
  ctx: Ctx,
  client: ReachedClient,
  input: z.output<typeof OpenForm>,
): Promise<FormView> {
  const part = partAt(input.part);
  const row = input.entryId === undefined ? undefined : await findEntry(ctx, client, part, input.entryId);
  if (!row) ctx.touch("part", part.slug);
  const columns = written(part).filter((column) => isAsked(ctx, part, column));
  const fresh = () => Object.fromEntries(columns.map((column) => [column.key, initialValue(ctx, column)]));
  return {
    part: part.slug,
    label: part.label,
    singular: part.singular,
    fields: columns.map((column) => fieldView(column, row?.[column.key])),
    values: row ? recordOf(columns, row) : fresh(),
    entry: row ? { id: row.id, version: (row as AnyRow).version, ...entryName(part, row as AnyRow) } : null,
    draft: await draftOf(ctx, client, part, row?.id ?? ""),
    templates: part.slug === "reports" ? [...REPORT_TEMPLATES] : [],
    ending: endingView(part),
  };
}
