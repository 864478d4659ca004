import type { questionnaires } from "@/db/schema/dossier/questionnaires";
import type { DemoPen } from "../demo-pen";
import type { Draft } from "../part";

export const demoQuestionnaires = (_pen: DemoPen): Draft<typeof questionnaires>[] => [];
