import type { episodes } from "@/db/schema/dossier/episodes";
import type { DemoPen } from "../demo-pen";
import type { Draft } from "../part";

/** Entries of this part; written in the next step. */
export function demoEpisodes(_pen: DemoPen): Draft<typeof episodes>[] {
  return [];
}
