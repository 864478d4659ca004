import { instrumentSwitches } from "@/db/schema/clinimetrics";
import { newId } from "@/server/core/ids";
import type { Declared } from "./declared";

const edits = ["dossier.edit", "dossier.view"] as const;
const sees = ["dossier.view"] as const;
const manages = ["organisation.manage"] as const;

const measured = {
  measure: "pain-nrs",
  day: "2026-11-21",
  time: "09:00",
  answers: { nrs: 4 },
};

export const CLINIMETRICS: Record<string, Declared> = {
  "clinimetrics.choices": {
    door: "onClient",
    kind: "query",
    tasks: edits,
    event: "measurement.form-opened",
  },
  "clinimetrics.open": {
    door: "onClient",
    kind: "query",
    tasks: edits,
    event: "measurement.form-opened",
    input: () => ({ entryId: "no such entry" }),
    bad: { entryId: 1 },
    answers: "not-found",
  },
  "clinimetrics.record": {
    door: "onClient",
    kind: "mutation",
    tasks: edits,
    event: "measurement.recorded",
    input: () => ({ ...measured, requestKey: newId(0) }),
    bad: { ...measured, requestKey: "short" },
  },
  "clinimetrics.correct": {
    door: "onClient",
    kind: "mutation",
    tasks: edits,
    event: "measurement.corrected",
    input: () => ({ ...measured, entryId: "no such entry", version: 1 }),
    bad: { ...measured, entryId: "no such entry", version: 0 },
    answers: "not-found",
  },
  "clinimetrics.courses": {
    door: "onClient",
    kind: "query",
    tasks: sees,
    event: "measurement.course-viewed",
    covered: true,
  },
  "clinimetrics.course": {
    door: "onClient",
    kind: "query",
    tasks: sees,
    event: "measurement.course-viewed",
    input: () => ({ measure: "barthel" }),
    bad: { measure: "" },
  },
  "clinimetrics.instruments": {
    door: "anywhere",
    kind: "query",
    tasks: manages,
    event: "instrument.listed",
  },
  "clinimetrics.switchInstrument": {
    door: "anywhere",
    kind: "mutation",
    tasks: manages,
    event: "instrument.switched",
    input: () => ({ instrument: "barthel", enabled: false, version: 0 }),
    bad: { instrument: "barthel", enabled: "no", version: 0 },
    undo: (world) => world.db.write((tx) => tx.delete(instrumentSwitches)),
  },
};
