import fc from "fast-check";
import { createCaller } from "@/server/api/root";
import { EXPERTISES } from "@/server/dossier/codes";
import type { FieldView, FormRecord, FormValue } from "@/server/dossier/form-view";
import { CLIENTS, contextOf, makeEmployee, makePlaces, openSession } from "../access/people";
import { makeWorld, type TestWorld } from "../world";

export const CLIENT = String(CLIENTS.own);
export const OTHER_CLIENT = String(CLIENTS.below);

export type Api = ReturnType<typeof createCaller>;

/** Someone who may read and write at `own`; with `sees` also what is hidden, and what is bound to any expertise. */
export async function writer(
  world: TestWorld,
  options: { sees?: boolean; expertises?: readonly string[]; name?: string } = {},
): Promise<{ api: Api; id: string; session: string }> {
  const hidden = options.sees ? (["dossier.view-hidden"] as const) : [];
  const tasks = ["dossier.view", "dossier.edit", ...hidden] as const;
  const expertises = options.expertises ?? (options.sees ? Object.keys(EXPERTISES) : []);
  const fields = { expertises: [...expertises], name: options.name ?? "Iemand", title: "verzorgende" };
  const id = await makeEmployee(world, [{ tasks, reach: "own" }], fields);
  const session = await openSession(world, id);
  return { api: createCaller(await contextOf(world, session)), id, session };
}

/** A world with one client at `own` and someone who may write there whatever there is. */
export async function writingWorld(keep = false) {
  const world = await makeWorld({ keep });
  await makePlaces(world);
  return { world, ...(await writer(world, { sees: true, name: "Schrijver" })) };
}

const day = (field: FieldView) =>
  fc
    .date({
      min: new Date("1950-01-01"),
      max: new Date(field.past ? "2026-11-20" : "2030-01-01"),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 10))
    .chain((full) =>
      field.partial ? fc.constantFrom(full, full.slice(0, 7), full.slice(0, 4)) : fc.constant(full),
    );

/** What survives trimming and the reading of line ends: what is typed is what is kept. */
const written = (max: number, lines: boolean) =>
  fc
    .string({ minLength: 1, maxLength: Math.min(max, 60), unit: "grapheme" })
    .map((text) => (lines ? `${text}\nen verder` : text))
    .filter(
      (text) => text === text.trim() && !/[\0\r]/.test(text) && (lines || !/\n/.test(text)) && text !== "",
    )
    .filter((text) => text.length <= max);

function present(field: FieldView): fc.Arbitrary<FormValue> {
  const codes = field.options.map(({ code }) => code);
  switch (field.kind) {
    case "text":
      return written(field.max ?? 200, false);
    case "prose":
      return written(field.max ?? 200, true);
    case "code":
      return fc.constantFrom(...codes);
    case "codes":
      return fc.subarray(codes, { minLength: 1 });
    case "flag":
      return fc.boolean();
    case "date":
      return day(field);
    case "moment":
      return day({ ...field, partial: false }).map((date) => `${date}T14:30`);
    case "number":
      return fc.integer({ min: -5_000, max: 5_000 }).map((value) => value / 10);
    default:
      return fc.array(recordOf(field.fields), { minLength: 1, maxLength: 3 });
  }
}

const nothing = ({ kind }: FieldView): FormValue => (kind === "codes" || kind === "rows" ? [] : null);

const recordOf = (fields: readonly FieldView[]): fc.Arbitrary<FormRecord> =>
  fc.record(
    Object.fromEntries(
      fields.map((field) => [
        field.key,
        field.required || field.kind === "flag"
          ? present(field)
          : fc.oneof({ weight: 3, arbitrary: present(field) }, fc.constant(nothing(field))),
      ]),
    ),
  );

function inOrder(values: FormRecord, [from, until]: readonly [string, string]): FormRecord {
  const [first, last] = [values[from], values[until]];
  if (first === null || last === null || first === undefined || last === undefined) return values;
  const wrong =
    typeof first === "number" ? Number(last) < first : String(last).slice(0, 4) <= String(first).slice(0, 4);
  return wrong ? { ...values, [until]: first } : values;
}

/** Everything a person could rightly fill in at these fields. */
export const validValues = (fields: readonly FieldView[]): fc.Arbitrary<FormRecord> =>
  recordOf(fields).map((values) => {
    const dated = inOrder(inOrder(values, ["startedOn", "endedOn"]), ["referenceLow", "referenceHigh"]);
    const isReport = "subjective" in values;
    // Of an instrument the score is computed from its items: that is `clinimetrics`, with a form of its own.
    const free = "instrument" in values ? { ...dated, instrument: "other", category: "other" } : dated;
    if (isReport && !values.text) return { ...free, text: "Rustige dag." };
    const isStory = "introduction" in values;
    return isStory && !values.introduction ? { ...free, introduction: "Geboren in Zutphen" } : free;
  });

/** The problems an answer names, path → problem. */
export async function problemsOf(act: Promise<unknown>): Promise<Record<string, string>> {
  const error = await act.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  for (let at = error; at instanceof Error; at = at.cause) {
    const fields = (at as { fields?: readonly { path: string; problem: string }[] }).fields;
    if (fields) return Object.fromEntries(fields.map(({ path, problem }) => [path, problem]));
  }
  return {};
}

/** Why an act was refused; `done` when it was not. */
export async function refusalOf(act: Promise<unknown>): Promise<string> {
  const { reasonOf } = await import("@/server/access/perform");
  return act.then(
    () => "done",
    (error: unknown) => reasonOf(error) ?? "unforeseen",
  );
}

let keys = 0;
export const newKey = (): string => `request-key-${++keys}`;

/** Starting values of each part that a form asks nothing more than is required of. */
export async function addOne(
  api: Api,
  part: string,
  values: FormRecord = {},
  clientId = CLIENT,
): Promise<{ id: string; version: number }> {
  return api.entries.add({ clientId, part, values: { ...REQUIRED[part], ...values }, requestKey: newKey() });
}

/** What is required and has no starting value, by part. */
export const REQUIRED: Readonly<Record<string, FormRecord>> = {
  reports: { text: "Rustige dag.", discipline: "carer" },
  "care-plans": { title: "Zorgplan" },
  allergies: { substance: "Noten", category: "food" },
  episodes: { name: "Val" },
  dsm: { description: "Depressieve stoornis" },
  problems: { name: "Decubitus", kind: "skin" },
  "legal-status": { kind: "RM", law: "wzd" },
  medication: { product: "Paracetamol 500 mg" },
  measurements: { name: "Gewicht", result: "72,4 kg" },
  "lab-results": { test: "Kreatinine", result: "80 umol/l" },
  documents: { title: "Brief", label: "letter" },
  restraints: { intervention: "Bedhek", kind: "fixation", legalBasis: "wzd" },
  "life-story": { introduction: "Geboren in Zutphen" },
  questionnaires: { title: "Welkom" },
};
