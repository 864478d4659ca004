import type { medication } from "@/db/schema/dossier/medication";
import type { DemoPen } from "../demo-pen";
import type { Draft } from "../part";

export const demoMedication = (_pen: DemoPen): Draft<typeof medication>[] => [];
