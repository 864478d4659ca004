import { eq, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { documents } from "@/db/schema/dossier/documents";
import { importedResources } from "@/db/schema/interchange";
import { DomainError } from "@/server/core/errors";
import type { World } from "@/server/core/world";
import { hasDiskRoom } from "@/server/files/disk-room";
import { prepareFile, type SealedBytes, sealFile, settleFile } from "@/server/files/store";
import { filesUnderWay } from "@/server/files/under-way";
import { type Entries, loadEntries } from "./entry-rows";
import { leftBehind } from "./left-behind";
import { type Mapping, mapClient, type Outcome } from "./map-client";
import { type Gathered, gather, loadRows, type StoredRow } from "./members";
import type { Run } from "./run";

/** What a client's resources are to become, worked out before anything is locked. */
export interface Prepared {
  rows: StoredRow[];
  /** Of the rows when they were read: others than these, and this is about another dossier */
  mark: string;
  gathered: Gathered;
  outcomes: Map<string, Outcome>;
  /** Files on disk that no row knows yet, by id */
  files: Map<string, SealedBytes>;
}

/** Tells whether a client's imported resources are still those that were read. */
export async function markOf(db: Reader, clientId: string): Promise<string> {
  const [row] = await db
    .select({
      mark: sql<string>`count(*) || ' ' || coalesce(max(${importedResources.id}), '') || ' ' ||
        sum(${importedResources.role} = 'carrier') || ' ' || sum(length(${importedResources.json}))`,
    })
    .from(importedResources)
    .where(eq(importedResources.clientId, clientId));
  return row?.mark ?? "";
}

/**
 * Works out what one client's resources become, with the files already sealed: everything that takes time, in
 * stretches, outside the write lock.
 * @throws DomainError `import-disk-full`
 */
export async function prepareClient(
  world: World,
  run: Run,
  clientId: string,
  keys: readonly string[],
): Promise<Prepared> {
  const db = world.db.read;
  const mark = await markOf(db, clientId);
  const rows = await loadRows(db, run, clientId, run.turn);
  const left = await leftBehind(db, run, clientId, keys);
  const gathered = await gather(run, keys, rows, left, run.turn);
  const entries = await loadEntries(db, rows, run.turn);
  const outcomes = await mapClient(gathered, mappingOf(run, entries));
  const prepared: Prepared = { rows, mark, gathered, outcomes, files: new Map() };
  try {
    await sealAll(world, run, prepared);
  } catch (error) {
    await settlePrepared(world, prepared);
    throw error;
  }
  return prepared;
}

async function sealAll(world: World, run: Run, { outcomes, files }: Prepared): Promise<void> {
  for (const outcome of outcomes.values()) {
    if (outcome.role !== "carrier" || !("files" in outcome)) continue;
    for (const file of outcome.files) {
      await run.turn();
      if (!(await hasDiskRoom(world.env.dataDir, file.bytes))) throw new DomainError("import-disk-full");
      filesUnderWay().add(file.fileId);
      files.set(file.fileId, await sealFile(world, file));
      // The bytes are on disk; an import of any size fits in memory.
      file.content = Buffer.alloc(0);
    }
  }
}

/** After the client is written, or not: files that got no owner go. */
export async function settlePrepared(world: World, { files }: Pick<Prepared, "files">): Promise<void> {
  for (const fileId of files.keys()) await settleFile(world, fileId);
}

function mappingOf(run: Run, entries: Entries): Mapping {
  return {
    now: run.now,
    turn: run.turn,
    keepFile: ({ row }, { mime, bytes }) => {
      const file = prepareFile(run.now, { mime, bytes });
      const entry = row?.entryId ? entries.get(row.entryId) : undefined;
      const before = entry as Partial<typeof documents.$inferSelect> | undefined;
      return before?.fileId && before.sha256 === file.sha256 && before.mime === mime
        ? { file: { fileId: before.fileId, bytes: file.bytes, sha256: file.sha256 }, stored: true }
        : { file, stored: false };
    },
    unmapped: ({ key, type }, part) => {
      const file = run.items.get(key)?.file;
      if (file !== undefined) run.unmapped.set(key, { part, type, file });
    },
  };
}
