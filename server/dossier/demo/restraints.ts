import type { restraints } from "@/db/schema/dossier/restraints";
import type { DemoPen } from "../demo-pen";
import type { Draft } from "../part";

/** Entries of this part; written in the next step. */
export function demoRestraints(_pen: DemoPen): Draft<typeof restraints>[] {
  return [];
}
