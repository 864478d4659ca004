import type { problems } from "@/db/schema/dossier/problems";
import type { DemoPen } from "../demo-pen";
import type { Draft } from "../part";

/** Entries of this part; written in the next step. */
export function demoProblems(_pen: DemoPen): Draft<typeof problems>[] {
  return [];
}
