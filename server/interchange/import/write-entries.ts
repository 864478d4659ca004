import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { insertMany } from "@/db/insert";
import { contacts, directives } from "@/db/schema/clients";
import { documents } from "@/db/schema/dossier/documents";
import { files } from "@/db/schema/files";
import type { ChangeCtx } from "@/server/access/perform";
import { leavesPortalToAnother } from "@/server/clients/records/contacts";
import { newId } from "@/server/core/ids";
import type { FhirResource } from "@/server/dossier/fhir";
import type { EntryTable } from "@/server/dossier/part";
import { keepFile, type PreparedFile, type SealedBytes } from "@/server/files/store";
import { takeContact, takeDirective } from "../people";
import { changesOf } from "../rules";
import { columnsOf, differences, type Entries, tableOf } from "./entry-rows";
import { momentOfMember, type Outcome } from "./map-client";
import type { Member, StoredRow } from "./members";

/** How many entries an import made, changed and took away. */
export interface Changes {
  added: number;
  changed: number;
  removed: number;
}

export const noChanges = (): Changes => ({ added: 0, changed: 0, removed: 0 });

const BATCH = 200;

type AnyTable = EntryTable | typeof contacts | typeof directives;
type Carrier = Extract<Outcome, { role: "carrier" }>;

const slugOf = (outcome: Carrier) => (typeof outcome.part === "string" ? outcome.part : outcome.part.slug);
const isEdited = (entry: Record<string, unknown>) => typeof entry.version === "number" && entry.version > 1;

/** Forgets a file no document has any more; its bytes are swept when nothing else is going on. */
async function forgetFile(tx: Tx, fileId: unknown): Promise<void> {
  if (typeof fileId !== "string") return;
  if ((await tx.$count(documents, eq(documents.fileId, fileId))) > 0) return;
  await tx.delete(files).where(eq(files.id, fileId));
}

/**
 * Takes away the entry that a row carried, and the file it had.
 * @returns false when people changed the entry since: then it stays
 */
export async function dropEntry(
  tx: Tx,
  row: StoredRow,
  entries: Entries,
  changes: Changes,
): Promise<boolean> {
  const entry = row.role === "carrier" && row.entryId ? entries.get(row.entryId) : undefined;
  if (entry === undefined || row.part === null) return true;
  if (isEdited(entry)) return false;
  const table = tableOf(row.part);
  await tx.delete(table).where(eq(table.id, entry.id));
  await forgetFile(tx, entry.fileId);
  changes.removed++;
  return true;
}

/** Writes the entries that a client's resources carry; what people changed since is left alone and told. */
export class EntryWriter {
  readonly changes = noChanges();
  /** Members whose source changed while people changed their entry here */
  readonly edited = new Set<Member>();
  readonly #added = new Map<AnyTable, Record<string, unknown>[]>();

  constructor(
    private readonly ctx: ChangeCtx,
    private readonly clientId: string,
    private readonly entries: Entries,
    /** When the run began (epoch ms): what every resource new in it is dated by */
    private readonly now: number,
    /** The resource in a row as an earlier import left it */
    private readonly told: (row: StoredRow) => FhirResource,
    /** The files of the outcomes, by id, already on disk */
    private readonly sealed: ReadonlyMap<string, SealedBytes>,
  ) {}

  /**
   * Makes or updates the entry of a carrier.
   * @returns part and id of the entry that carries it; another part than asked for when the entry there was changed
   * by people and stays
   */
  async carry(member: Member, outcome: Carrier): Promise<{ part: string; entryId: string }> {
    const slug = slugOf(outcome);
    const before = member.row?.role === "carrier" ? member.row : undefined;
    const entry = before?.entryId ? this.entries.get(before.entryId) : undefined;
    if (before?.part && before.part !== slug && entry !== undefined) {
      if (!(await this.drop(before))) {
        if (member.changed) this.edited.add(member);
        return { part: before.part, entryId: entry.id };
      }
      return { part: slug, entryId: await this.#add(outcome, member) };
    }
    if (entry === undefined) return { part: slug, entryId: await this.#add(outcome, member) };
    if ("fields" in outcome) await this.#updatePerson(member, outcome, entry);
    else await this.#updateEntry(member, outcome, entry);
    return { part: slug, entryId: entry.id };
  }

  /** Takes away the entry of a resource that no longer carries one. @returns false when people changed it: it stays */
  async drop(row: StoredRow): Promise<boolean> {
    return dropEntry(this.ctx.tx, row, this.entries, this.changes);
  }

  /** Inserts what was gathered, some hundreds a statement. */
  async flush(): Promise<void> {
    for (const [table, rows] of this.#added) {
      await insertMany(this.ctx.tx, table as EntryTable, rows as EntryTable["$inferInsert"][]);
    }
    this.#added.clear();
  }

  async #add(outcome: Carrier, member: Member): Promise<string> {
    const id = newId(this.ctx.now);
    const own = { id, clientId: this.clientId };
    if ("fields" in outcome) {
      await this.#gather(outcome.part === "contacts" ? contacts : directives, { ...outcome.fields, ...own });
    } else {
      const { table } = outcome.part;
      const columns = columnsOf(table, outcome.draft, momentOfMember(member, this.now));
      await this.#gather(table, { ...columns, ...own, recordedById: null, version: 1 });
      await this.#keepFiles(outcome);
    }
    this.changes.added++;
    return id;
  }

  async #keepFiles({ files: prepared }: { files: readonly PreparedFile[] }): Promise<void> {
    for (const { fileId } of prepared) {
      const file = this.sealed.get(fileId);
      if (file === undefined) throw new Error("A file of this client was never sealed.");
      await keepFile(this.ctx.tx, this.clientId, file, this.ctx.now);
    }
  }

  async #gather(table: AnyTable, row: Record<string, unknown>): Promise<void> {
    const rows = this.#added.get(table) ?? [];
    this.#added.set(table, rows);
    if (rows.push(row) >= BATCH) await this.flush();
  }

  async #updateEntry(
    member: Member,
    outcome: Extract<Carrier, { draft: unknown }>,
    entry: Record<string, unknown> & { id: string },
  ): Promise<void> {
    if (isEdited(entry)) {
      if (member.changed) this.edited.add(member);
      return;
    }
    const { table } = outcome.part;
    const changed = differences(entry, columnsOf(table, outcome.draft, momentOfMember(member, this.now)));
    if (Object.keys(changed).length === 0) return;
    await this.#keepFiles(outcome);
    await this.ctx.tx.update(table).set(changed).where(eq(table.id, entry.id));
    if ("fileId" in changed) await forgetFile(this.ctx.tx, entry.fileId);
    this.changes.changed++;
  }

  /** A contact by whom someone looks along in the portal does not become another person by an import either. */
  async #isAnother(
    { id, name }: Record<string, unknown> & { id: string },
    changes: Record<string, unknown>,
  ): Promise<boolean> {
    if (typeof changes.name !== "string") return false;
    return leavesPortalToAnother(this.ctx.tx, { id, name: String(name) }, changes.name);
  }

  /** Contacts and directives have no version: what still reads as the source gave it may be changed. */
  async #updatePerson(
    member: Member,
    outcome: Extract<Carrier, { fields: unknown }>,
    entry: Record<string, unknown> & { id: string },
  ): Promise<void> {
    if (member.row === undefined || !member.changed) return;
    const told = this.told(member.row);
    const before =
      outcome.part === "contacts" ? takeContact(told) : takeDirective(told, member.row.importedAt);
    const { changes, edited } = changesOf(entry, before ?? {}, { ...outcome.fields });
    const taken = outcome.part === "contacts" && (await this.#isAnother(entry, changes));
    if (edited || taken) this.edited.add(member);
    if (taken || Object.keys(changes).length === 0) return;
    const table = tableOf(outcome.part);
    await this.ctx.tx.update(table).set(changes).where(eq(table.id, entry.id));
    this.changes.changed++;
  }
}
