import type { Outputs } from "@/app/_trpc/outputs";

/** Whether someone may use the emergency procedure: it opens a dossier to who reads dossiers elsewhere. */
export function usesEmergency(holds: Outputs["account"]["me"]["holds"]): boolean {
  return holds.includes("emergency.open") && holds.includes("dossier.view");
}
