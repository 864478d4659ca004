import type { measurements } from "@/db/schema/dossier/measurements";
import type { DemoPen } from "../demo-pen";
import type { Draft } from "../part";

export const demoMeasurements = (_pen: DemoPen): Draft<typeof measurements>[] => [];
