import type { InferSelectModel } from "drizzle-orm";
import type { clients, contacts, directives } from "@/db/schema/clients";
import { giveContact, giveDirective, givePatient } from "../clients/fhir";
import { elementsOf, type FhirResource } from "../dossier/fhir";
import type { AnyPart, AnyRow } from "../dossier/registry";
import type { Imported, Originals } from "./imported";
import { isLeftOut, type Scope } from "./scope";

const BASE = "https://kroniek.invalid/fhir";

/** Who a bundle is about, and the people and directives around them. Plain data, for any thread. */
export interface BundleSubject {
  client: InferSelectModel<typeof clients>;
  /** Opened; null when there is none */
  bsn: string | null;
  /** The resource the client was imported as */
  person: Imported | undefined;
  contacts: InferSelectModel<typeof contacts>[];
  directives: InferSelectModel<typeof directives>[];
  /** Of the contacts and directives */
  originals: Originals;
}

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
  readonly #write: Write;
  readonly #scope: Scope;
  #first = true;
  #patient = { reference: "" };

  constructor(write: Write, scope: Scope) {
    this.#write = write;
    this.#scope = scope;
  }

  /** Opens the bundle and writes who it is about, and the people around them. */
  async begin(subject: BundleSubject, snapshotAt: number): Promise<void> {
    const { client, bsn, person, originals } = subject;
    const original = person && (JSON.parse(person.json) as FhirResource);
    const patient = withOriginal(givePatient(client, bsn), original, client.changedAt === client.createdAt);
    this.#patient = {
      reference: person?.full_url?.startsWith("urn:") ? person.full_url : `Patient/${patient.id}`,
    };
    await this.#write(
      `{"resourceType":"Bundle","type":"collection","timestamp":${JSON.stringify(new Date(snapshotAt).toISOString())},"entry":[`,
    );
    await this.#write(this.#entry(patient, person?.full_url ?? undefined));
    for (const row of subject.contacts) {
      await this.#carried(originals.get(row.id), () => [giveContact(row, this.#patient)]);
    }
    for (const row of subject.directives) {
      await this.#carried(originals.get(row.id), () => [giveDirective(row, this.#patient)]);
    }
  }

  /** Writes the resources of a page of entries: as they were imported, or made from the entry when it was changed. */
  async entries(part: AnyPart, rows: Iterable<AnyRow>, originals: Originals): Promise<void> {
    const context = { patient: this.#patient, scope: this.#scope };
    for (const row of rows) {
      const unchanged = row.version > 1 ? undefined : originals.get(row.id);
      // Most texts fit the block at hand: a promise for each of a million would cost more than the text.
      const full = this.#carried(unchanged, () => part.fhir.give(row, context));
      if (full) await full;
    }
  }

  /** Writes what no part could carry, word for word. */
  async kept(resources: readonly Imported[]): Promise<void> {
    for (const kept of resources) {
      if (this.#scope === "current" && isLeftOut(JSON.parse(kept.json) as FhirResource)) continue;
      await this.#write(this.#original(kept));
    }
  }

  /** Closes the bundle. */
  async end(): Promise<void> {
    await this.#write("]}");
  }

  #carried(
    originals: readonly Imported[] | undefined,
    give: () => FhirResource[],
  ): Promise<void> | undefined {
    const texts = originals?.map((each) => this.#original(each)) ?? give().map((each) => this.#entry(each));
    return this.#all(texts, 0);
  }

  #all(texts: readonly string[], from: number): Promise<void> | undefined {
    for (let index = from; index < texts.length; index++) {
      const full = this.#write(texts[index] ?? "");
      if (full) return full.then(() => this.#all(texts, index + 1));
    }
    return undefined;
  }

  #original({ json, full_url }: Imported): string {
    // The text itself leaves, not what was parsed of it: `12.0` would become `12`.
    return this.#next(
      `{"fullUrl":${JSON.stringify(full_url ?? addressOf(JSON.parse(json)))},"resource":${json}}`,
    );
  }

  #entry(resource: FhirResource, fullUrl = addressOf(resource)): string {
    return this.#next(JSON.stringify({ fullUrl, resource }));
  }

  #next(text: string): string {
    const comma = this.#first ? "\n" : ",\n";
    this.#first = false;
    return comma + text;
  }
}

function addressOf({ resourceType, id }: FhirResource): string {
  return `${BASE}/${resourceType}/${id}`;
}
