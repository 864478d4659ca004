import type { legalStatus } from "@/db/schema/dossier/legal-status";
import type { DemoPen } from "../demo-pen";
import type { Draft } from "../part";

/** Entries of this part; written in the next step. */
export function demoLegalStatus(_pen: DemoPen): Draft<typeof legalStatus>[] {
  return [];
}
