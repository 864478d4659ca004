import type { InferInsertModel } from "drizzle-orm";
import type { clientAddresses, clients, contacts } from "@/db/schema/clients";
import type { DemoPen } from "@/server/dossier/demo-pen";
import type { PartSlug } from "@/server/dossier/registry";
import type { LeafCode } from "./places";

export type ClientRow = Omit<
  InferInsertModel<typeof clients>,
  "id" | "number" | "bsnSealed" | "bsnSearch" | "createdAt" | "changedAt"
>;
type Loose<Row> = Omit<Row, "id" | "clientId">;

/** One person of the demo before any row is written; what is left to chance is filled in already. */
export interface DemoClient {
  number: number;
  row: ClientRow;
  bsn: string | null;
  careKind: DemoPen["client"]["careKind"];
  location: LeafCode;
  room: string | null;
  /** How much dossier; `volume` is the one with 20,000 reports */
  fill: DemoPen["fill"] | "volume" | "none";
  /** Only these parts have entries; all when absent */
  only?: readonly PartSlug[];
  /** Whether care rules are recorded (the parts of the merge rule in DOMAIN.md) */
  careRules: boolean;
  /** Instead of the address the place would give */
  addresses?: Loose<InferInsertModel<typeof clientAddresses>>[];
  /** Instead of contacts by chance */
  contacts?: Loose<InferInsertModel<typeof contacts>>[];
}
