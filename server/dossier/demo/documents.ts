import type { documents } from "@/db/schema/dossier/documents";
import type { DemoPen } from "../demo-pen";
import type { Draft } from "../part";

export const demoDocuments = (_pen: DemoPen): Draft<typeof documents>[] => [];
