import type { labResults } from "@/db/schema/dossier/lab-results";
import type { DemoPen } from "../demo-pen";
import type { Draft } from "../part";

export const demoLabResults = (_pen: DemoPen): Draft<typeof labResults>[] => [];
