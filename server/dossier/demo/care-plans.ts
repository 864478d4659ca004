import type { carePlans } from "@/db/schema/dossier/care-plans";
import type { DemoPen } from "../demo-pen";
import type { Draft } from "../part";

/** Entries of this part; written in the next step. */
export function demoCarePlans(_pen: DemoPen): Draft<typeof carePlans>[] {
  return [];
}
