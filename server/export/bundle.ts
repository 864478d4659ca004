import type { InferSelectModel } from "drizzle-orm";
import { and, asc, eq, sql } from "drizzle-orm";
import { type clients, contacts, directives } from "@/db/schema/clients";
import { importedResources } from "@/db/schema/interchange";
import { openBsn } from "../clients/bsn";
import { giveContact, giveDirective, givePatient } from "../clients/fhir";
import { elementsOf, type FhirResource } from "../dossier/fhir";
import type { AnyPart, AnyRow } from "../dossier/registry";
import type { DossierReader } from "./dossier-reader";
import { isLeftOut } from "./scope";

const BASE = "https://kroniek.invalid/fhir";

type Imported = { json: string; full_url: string | null };

/**
 * The client and the person as imported. Untouched since, what came in goes out as it came; otherwise what we know
 * wins and what we do not carry stays. The imported id stays, so that what came along still points at this person.
 * @param untouched whether the client was never changed after the import made them
 */
function withOriginal(
  ours: FhirResource,
  original: FhirResource | undefined,
  untouched: boolean,
): FhirResource {
  if (!original) return ours;
  const known = Object.fromEntries(Object.entries(ours).filter(([, value]) => value !== undefined));
  const theirs = elementsOf(original.identifier);
  const own = elementsOf(ours.identifier).filter(({ value }) => !theirs.some((each) => each.value === value));
  const both = untouched ? { ...known, ...original } : { ...original, ...known };
  return { ...both, resourceType: "Patient", id: original.id, identifier: [...theirs, ...own] };
}

/** Where the bundle's text goes; a promise means: wait before writing more. */
type Write = (text: string) => Promise<void> | undefined;

/** Writes `fhir/bundle.json`: the same dossier as FHIR R4, resource by resource, never whole in memory. */
export class BundleWriter {
  readonly #reader: DossierReader;
  readonly #write: Write;
  readonly #scope: "complete" | "current";
  readonly #imported: boolean;
  #first = true;
  #patient = { reference: "" };

  constructor(reader: DossierReader, write: Write, scope: "complete" | "current") {
    this.#reader = reader;
    this.#write = write;
    this.#scope = scope;
    this.#imported = reader.count(importedResources) > 0;
  }

  /** Opens the bundle and writes who it is about, and the people around them. */
  async begin(client: InferSelectModel<typeof clients>, snapshotAt: number, bsnKey: Buffer): Promise<void> {
    const person = this.#verbatim(eq(importedResources.role, "client"))[0];
    const original = person && (JSON.parse(person.json) as FhirResource);
    const bsn = client.bsnSealed === null ? null : openBsn({ bsn: bsnKey }, client.bsnSealed);
    const patient = withOriginal(givePatient(client, bsn), original, client.changedAt === client.createdAt);
    this.#patient = {
      reference: person?.full_url?.startsWith("urn:") ? person.full_url : `Patient/${patient.id}`,
    };
    await this.#write(
      `{"resourceType":"Bundle","type":"collection","timestamp":${JSON.stringify(new Date(snapshotAt).toISOString())},"entry":[`,
    );
    await this.#all([this.#entry(patient, person?.full_url ?? undefined)]);
    for (const row of this.#reader.all<InferSelectModel<typeof contacts>>(contacts, contacts.id)) {
      await this.#all(this.#carried(row.id, () => [giveContact(row, this.#patient)]));
    }
    for (const row of this.#reader.all<InferSelectModel<typeof directives>>(directives, directives.id)) {
      await this.#all(this.#carried(row.id, () => [giveDirective(row, this.#patient)]));
    }
  }

  /** Writes the resources of a page of entries: as they were imported, or made from the entry. */
  async entries(part: AnyPart, rows: readonly AnyRow[]): Promise<void> {
    const context = { patient: this.#patient, scope: this.#scope };
    for (const row of rows) {
      const give = () => part.fhir.give(row, context);
      const texts =
        row.version > 1 ? give().map((resource) => this.#entry(resource)) : this.#carried(row.id, give);
      for (const text of texts) {
        // Most texts fit the block at hand: a promise for each of a million would cost more than the text.
        const full = this.#write(text);
        if (full) await full;
      }
    }
  }

  /** Writes what no part could carry, word for word, and closes the bundle. */
  async end(): Promise<void> {
    for (const kept of this.#verbatim(eq(importedResources.role, "kept"))) {
      if (this.#scope === "current" && isLeftOut(JSON.parse(kept.json) as FhirResource)) continue;
      await this.#all([this.#original(kept)]);
    }
    await this.#write("]}");
  }

  async #all(texts: readonly string[]): Promise<void> {
    for (const text of texts) await this.#write(text);
  }

  #carried(entryId: string, give: () => FhirResource[]): string[] {
    const originals = this.#imported ? this.#verbatim(eq(importedResources.entryId, entryId)) : [];
    if (originals.length === 0) return give().map((resource) => this.#entry(resource));
    return originals.map((original) => this.#original(original));
  }

  #verbatim(condition: ReturnType<typeof eq>): Imported[] {
    return this.#reader.rows<Imported>(sql`
      SELECT json, full_url FROM ${importedResources}
      WHERE ${and(eq(importedResources.clientId, this.#reader.clientId), condition)}
      ORDER BY ${asc(importedResources.id)}`);
  }

  #original({ json, full_url }: Imported): string {
    if (full_url !== null) return this.#text(json, full_url);
    // The text itself leaves, not what was parsed of it: `12.0` would become `12`.
    const { resourceType, id } = JSON.parse(json) as FhirResource;
    return this.#text(json, `${BASE}/${resourceType}/${id}`);
  }

  #entry(resource: FhirResource, fullUrl?: string): string {
    return this.#text(JSON.stringify(resource), fullUrl ?? `${BASE}/${resource.resourceType}/${resource.id}`);
  }

  #text(json: string, fullUrl: string): string {
    const comma = this.#first ? "\n" : ",\n";
    this.#first = false;
    return `${comma}{"fullUrl":${JSON.stringify(fullUrl)},"resource":${json}}`;
  }
}
