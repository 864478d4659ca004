import { sql } from "drizzle-orm";
import { newId } from "@/server/core/ids";
import type { World } from "@/server/core/world";
import type { Declared } from "./declared";

const edits = ["dossier.edit", "dossier.view"] as const;
const views = ["dossier.view"] as const;
const nowhere = { part: "allergies", entryId: "no such entry" };
const aim = { ...nowhere, version: 1 };

const clear =
  (...tables: string[]) =>
  (world: World) =>
    world.db.write(async (tx) => {
      for (const table of tables) await tx.run(sql.raw(`DELETE FROM ${table}`));
    });

export const ENTRIES: Record<string, Declared> = {
  "entries.form": {
    door: "onClient",
    kind: "query",
    tasks: edits,
    event: "dossier.form-opened",
    input: () => ({ part: "reports" }),
    bad: { part: 1 },
  },
  "entries.add": {
    door: "onClient",
    kind: "mutation",
    tasks: edits,
    event: "dossier.entry-added",
    input: () => ({
      part: "allergies",
      values: { substance: "Noten", category: "food" },
      requestKey: newId(0),
    }),
    bad: { part: "allergies", values: "none", requestKey: "short" },
    undo: clear("allergies", "entry_requests"),
  },
  "entries.correct": {
    door: "onClient",
    kind: "mutation",
    tasks: edits,
    event: "dossier.entry-corrected",
    input: () => ({ ...aim, values: { note: "Anders" } }),
    bad: { ...aim, version: "newest" },
    answers: "not-found",
  },
  "entries.end": {
    door: "onClient",
    kind: "mutation",
    tasks: edits,
    event: "dossier.entry-ended",
    input: () => ({ ...aim, on: "2026-11-21" }),
    bad: { ...aim, on: 1 },
    answers: "not-found",
  },
  "entries.archive": {
    door: "onClient",
    kind: "mutation",
    tasks: edits,
    event: "dossier.entry-archived",
    input: () => ({ ...aim, reason: "Hoort bij een ander" }),
    bad: { ...aim, reason: 1 },
    answers: "not-found",
  },
  "entries.restore": {
    door: "onClient",
    kind: "mutation",
    tasks: edits,
    event: "dossier.entry-restored",
    input: () => aim,
    bad: { ...aim, version: 0 },
    answers: "not-found",
  },
  "entries.entry": {
    door: "onClient",
    kind: "query",
    tasks: views,
    event: "dossier.entry-viewed",
    input: () => nowhere,
    bad: { part: "allergies" },
    answers: "not-found",
  },
  "entries.versions": {
    door: "onClient",
    kind: "query",
    tasks: views,
    event: "dossier.versions-viewed",
    input: () => nowhere,
    bad: { part: "allergies" },
    answers: "not-found",
  },
  "entries.saveDraft": {
    door: "onClient",
    kind: "mutation",
    tasks: edits,
    event: "dossier.form-opened",
    covered: true,
    input: () => ({ part: "reports", values: { text: "Nog niet af" } }),
    bad: { part: "reports", values: 1 },
    undo: clear("drafts"),
  },
  "entries.dropDraft": {
    door: "onClient",
    kind: "mutation",
    tasks: edits,
    event: "dossier.form-opened",
    covered: true,
    input: () => ({ part: "reports" }),
    bad: { part: null },
  },
  "entries.seen": {
    door: "onClient",
    kind: "mutation",
    tasks: views,
    event: "dossier.part-viewed",
    covered: true,
    input: () => ({ part: "reports", asOf: 1 }),
    bad: { part: "reports", asOf: "now" },
    undo: clear("part_visits"),
  },
};
