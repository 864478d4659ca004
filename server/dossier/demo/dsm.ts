import type { dsm } from "@/db/schema/dossier/dsm";
import type { DemoPen } from "../demo-pen";
import type { Draft } from "../part";
import { startedBy } from "./words";

type Known = readonly [code: string, description: string, specifier: string | null];

const MAIN: readonly Known[] = [
  ["F33.1", "Depressieve stoornis, recidiverend", "Matig, met angstige spanning"],
  ["F20.9", "Schizofrenie", "Meerdere episoden, gedeeltelijke remissie"],
  ["F43.10", "Posttraumatische-stressstoornis", "Met dissociatieve symptomen"],
  ["F31.9", "Bipolaire-I-stoornis", null],
  ["F41.1", "Gegeneraliseerde-angststoornis", null],
  ["F60.3", "Borderline-persoonlijkheidsstoornis", null],
];
const BESIDE: readonly Known[] = [
  ["F10.20", "Stoornis in alcoholgebruik", "Matig, vroege remissie"],
  ["F40.10", "Sociale-angststoornis", null],
  ["F51.01", "Insomniastoornis", "Persisterend"],
  ["Z63.0", "Relatieproblemen met partner", null],
];
const DEMENTIA: readonly Known[] = [
  ["F02.80", "Uitgebreide neurocognitieve stoornis door de ziekte van Alzheimer", "Zonder gedragsstoornis"],
  ["F02.81", "Uitgebreide neurocognitieve stoornis door de ziekte van Alzheimer", "Met gedragsstoornis"],
];

/**
 * DSM classifications: a main diagnosis and at times another in mental health care, a neurocognitive disorder for
 * some with dementia; a full dossier also has an archived one.
 */
export function demoDsm(pen: DemoPen): Draft<typeof dsm>[] {
  const isFull = pen.fill === "full";
  const { careKind } = pen.client;
  if (!isFull && careKind !== "ggz" && !(careKind === "pg" && pen.chance(0.3))) return [];
  const main = pen.pick(careKind === "ggz" ? MAIN : DEMENTIA);
  const beside = isFull ? pen.shuffle(BESIDE).slice(0, 2) : pen.shuffle(BESIDE).slice(0, pen.int(0, 2));
  const all = careKind === "ggz" || isFull ? [main, ...beside] : [main];
  return all.map(([code, description, specifier], index) => {
    const began = pen.int(120, 1500);
    const isArchived = isFull ? index === 2 : index > 0 && pen.chance(0.3);
    return {
      ...startedBy(pen, began, careKind === "ggz" ? "psychiatrist" : "psychologist"),
      code,
      description,
      edition: careKind === "ggz" ? "dsm-5-tr" : "dsm-5",
      isMain: index === 0,
      specifier,
      status: isArchived ? ("resolved" as const) : ("active" as const),
      certainty: index === 0 || pen.chance(0.7) ? ("confirmed" as const) : ("provisional" as const),
      archived: isArchived,
      endedOn: isArchived ? pen.day(pen.int(10, began - 30)) : null,
      note: isArchived ? "Na herbeoordeling niet langer van toepassing." : null,
    };
  });
}
