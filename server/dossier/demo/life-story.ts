import type { lifeStory } from "@/db/schema/dossier/life-story";
import type { DemoPen } from "../demo-pen";
import type { Draft } from "../part";

/** Entries of this part; written in the next step. */
export function demoLifeStory(_pen: DemoPen): Draft<typeof lifeStory>[] {
  return [];
}
