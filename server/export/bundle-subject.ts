import type { InferSelectModel } from "drizzle-orm";
import { contacts, directives } from "@/db/schema/clients";
import { openBsn } from "../clients/bsn";
import type { BundleSubject } from "./bundle";
import { readClient } from "./client-sheets";
import type { DossierReader } from "./dossier-reader";
import type { ImportedReader } from "./imported";

/** Reads who a bundle is about, and the people and directives around them. */
export function bundleSubject(
  reader: DossierReader,
  imported: ImportedReader,
  bsnKey: Buffer,
): BundleSubject {
  const client = readClient(reader);
  const people = reader.all<InferSelectModel<typeof contacts>>(contacts, contacts.id);
  const limits = reader.all<InferSelectModel<typeof directives>>(directives, directives.id);
  return {
    client,
    bsn: client.bsnSealed === null ? null : openBsn({ bsn: bsnKey }, client.bsnSealed),
    person: imported.person(),
    contacts: people,
    directives: limits,
    originals: imported.originals([...people, ...limits].map(({ id }) => id)),
  };
}
