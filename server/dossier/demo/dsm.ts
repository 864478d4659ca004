import type { dsm } from "@/db/schema/dossier/dsm";
import type { DemoPen } from "../demo-pen";
import type { Draft } from "../part";

/** Entries of this part; written in the next step. */
export function demoDsm(_pen: DemoPen): Draft<typeof dsm>[] {
  return [];
}
