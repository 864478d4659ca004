import type { reports } from "@/db/schema/dossier/reports";
import type { DemoPen } from "../demo-pen";
import type { Draft } from "../part";

/** Reports of a client; filled in the next step. */
export function demoReports(_pen: DemoPen): Draft<typeof reports>[] {
  return [];
}
