import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import { importedResources } from "@/db/schema/interchange";
import type { DossierReader } from "./dossier-reader";
import { parseRow, type RawPage } from "./row-decoder";

/** A resource as it was imported, word for word. */
export interface Imported {
  json: string;
  full_url: string | null;
}

/** By the id of what was made of them: the resources it was made of, in the order they came. */
export type Originals = ReadonlyMap<string, readonly Imported[]>;

const PAGE = 200;
/** Bytes of resources handed out together; a single entry's may be more. */
const MOST_TOGETHER = 2_000_000;
const NONE: Originals = new Map();

/** Reads what a client's dossier was imported from. */
export class ImportedReader {
  readonly #reader: DossierReader;
  readonly #any: boolean;

  constructor(reader: DossierReader) {
    this.#reader = reader;
    this.#any = reader.count(importedResources) > 0;
  }

  /** The resource that is the client; undefined when the client was not imported. */
  person(): Imported | undefined {
    return this.#reader.rows<Imported>(sql`
      SELECT json, full_url FROM ${importedResources}
      WHERE ${this.#of("client")} ORDER BY ${asc(importedResources.id)} LIMIT 1`)[0];
  }

  /** The resources these entries (or contacts, directives) were made of. */
  originals(ids: readonly string[]): Originals {
    if (!this.#any || ids.length === 0) return NONE;
    const byEntry = new Map<string, Imported[]>();
    for (const { entry_id, json, full_url } of this.#ofEntries<Imported>(ids, sql`json, full_url`)) {
      const already = byEntry.get(entry_id);
      if (already) already.push({ json, full_url });
      else byEntry.set(entry_id, [{ json, full_url }]);
    }
    return byEntry;
  }

  /** Cuts a page of entries where the resources they were made of would be too much to hold together. */
  *slices(page: RawPage, idAt: number): Generator<{ rows: RawPage; originals: Originals }> {
    if (!this.#any) {
      yield { rows: page, originals: NONE };
      return;
    }
    const ids = page.map((text) => String(parseRow(text)[idAt]));
    const sizes = new Map<string, number>();
    for (const { entry_id, bytes } of this.#ofEntries<{ bytes: number }>(
      ids,
      sql`octet_length(json) AS bytes`,
    )) {
      sizes.set(entry_id, (sizes.get(entry_id) ?? 0) + bytes);
    }
    for (let from = 0, to = 0; from < page.length; from = to) {
      let bytes = 0;
      do bytes += sizes.get(ids[to++] ?? "") ?? 0;
      while (to < page.length && bytes + (sizes.get(ids[to] ?? "") ?? 0) <= MOST_TOGETHER);
      yield { rows: page.slice(from, to), originals: this.originals(ids.slice(from, to)) };
    }
  }

  /** What no part could carry, some hundreds at a time. */
  *kept(): Generator<Imported[]> {
    let last = "";
    for (;;) {
      const page = this.#reader.rows<Imported & { id: string }>(sql`
        SELECT id, json, full_url FROM ${importedResources}
        WHERE ${and(this.#of("kept"), gt(importedResources.id, last))}
        ORDER BY ${asc(importedResources.id)} LIMIT ${PAGE}`);
      if (page.length > 0) yield page.map(({ json, full_url }) => ({ json, full_url }));
      last = page.at(-1)?.id ?? last;
      if (page.length < PAGE) return;
    }
  }

  /** By entry, hence the plus: by client each page would go through all that was ever imported of them. */
  #ofEntries<Row>(ids: readonly string[], what: SQL): (Row & { entry_id: string })[] {
    return this.#reader.rows<Row & { entry_id: string }>(sql`
      SELECT entry_id, ${what} FROM ${importedResources}
      WHERE +${importedResources.clientId} = ${this.#reader.clientId}
        AND ${importedResources.entryId} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
      ORDER BY ${asc(importedResources.id)}`);
  }

  #of(role: "client" | "kept") {
    return and(eq(importedResources.clientId, this.#reader.clientId), eq(importedResources.role, role));
  }
}
