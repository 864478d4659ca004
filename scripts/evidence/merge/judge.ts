import type { UndoView } from "@/server/merge/undo-view";
import type { State } from "./state";

type Row = Record<string, string | number | null>;
type Given = { items: Record<string, "left" | "right">; fields: Record<string, "left" | "right" | "both"> };

/** The states of two clients around a merge, and what was assigned when it was undone. */
export interface Course {
  ids: { left: string; right: string };
  before: State;
  /** Right after the merge, and right before it was undone: what differs is what people did */
  merged: State;
  worked: State;
  after: State;
  undo: UndoView;
  given: Given;
}

const PERSON: Readonly<Record<string, readonly string[]>> = { phone: ["phone"], mobile: ["mobile"] };
/** Whose a row is, and its place in a history, is what a merge changes and an unmerge puts back. */
const PLACING = ["client_id", "sequence"];

const rowOf = (state: State, table: string, key: string): Row | undefined => {
  const text = state.get(table)?.get(key);
  return text === undefined ? undefined : (JSON.parse(text) as Row);
};
const bare = (row: Row | undefined): string =>
  JSON.stringify(Object.entries(row ?? {}).filter(([column]) => !PLACING.includes(column)));

/** What a client's own row must be: as before, with the fields that were changed since where they were assigned. */
function personWrong({ ids, before, worked, after, given }: Course, id: string): string[] {
  const is = rowOf(after, "clients", id);
  const expected: Row = { ...rowOf(before, "clients", id) };
  const now = rowOf(worked, "clients", ids.left) ?? {};
  for (const [subject, whose] of Object.entries(given.fields))
    if (whose === "both" || whose === (id === ids.left ? "left" : "right"))
      for (const column of PERSON[subject] ?? []) expected[column] = now[column] ?? null;
  const differing = Object.keys(expected).filter(
    (column) => column !== "changed_at" && expected[column] !== is?.[column],
  );
  return differing.map((column) => `clients ${id}: ${column}`);
}

/** Of whom a row made since must be: as assigned, or of whom that is which it belongs to. */
function homeOf({ ids, after, given }: Course, table: string, key: string, row: Row): string | undefined {
  const assigned = given.items[`${table}:${key}`];
  if (assigned) return ids[assigned];
  const parent = row.entry_id ?? row.record_id;
  if (typeof parent !== "string") return ids.left;
  for (const rows of after.values()) {
    const text = rows.get(parent);
    if (text !== undefined) return ((JSON.parse(text) as Row).client_id ?? parent) as string;
  }
  return ids.left;
}

/** What is not as it should be after an undoing, a line each: nothing when both are as before, with what was done since. */
export function wrongs(course: Course): string[] {
  const { before, merged, worked, after, ids } = course;
  const lines = [...personWrong(course, ids.left), ...personWrong(course, ids.right)];
  for (const table of new Set([...before.keys(), ...after.keys()])) {
    if (table === "clients") continue;
    const keys = new Set([...(before.get(table)?.keys() ?? []), ...(after.get(table)?.keys() ?? [])]);
    for (const key of keys) {
      const [was, is] = [before.get(table)?.get(key), after.get(table)?.get(key)];
      const touched = merged.get(table)?.get(key) !== worked.get(table)?.get(key);
      if (!touched && was === is) continue;
      // A draft that was stored goes: who worked on took it away.
      if (touched && worked.get(table)?.get(key) === undefined && is === undefined) continue;
      const row = rowOf(after, table, key);
      const home =
        was === undefined ? row && homeOf(course, table, key, row) : rowOf(before, table, key)?.client_id;
      const kept = touched && bare(row) === bare(rowOf(worked, table, key)) && row?.client_id === home;
      if (!kept) lines.push(`${table} ${key}: ${was ?? "absent"} → ${is ?? "absent"}`);
    }
  }
  return lines;
}
