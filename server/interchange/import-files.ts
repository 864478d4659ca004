import { existsSync, readdirSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { importFiles, imports } from "@/db/schema/imports";
import type { ChangeCtx, Ctx } from "../access/perform";
import { DomainError } from "../core/errors";
import type { World } from "../core/world";
import { hasDiskRoom, isDiskFull } from "../files/disk-room";
import { createSealed, newSealKey, openSealed } from "../files/seal";
import { filesUnderWay } from "../files/under-way";
import { unwrapKey, wrapKey } from "../files/wrap";
import { receivingImport } from "./imports";
import type { ReadSource } from "./read/source";

const folderOf = (world: World) => join(world.env.dataDir, "imports");
const pathOf = (world: World, fileId: string) => join(folderOf(world), fileId);

const LOOK_EVERY = 8 * 1024 * 1024;

async function assertRoom(folder: string, bytes: number): Promise<void> {
  if (!(await hasDiskRoom(folder, bytes))) throw new DomainError("import-disk-full");
}

/** A file of an import of one's own, still waited for. @throws DomainError `import-gone`, `import-started` */
export async function awaitedFile(
  ctx: Ctx,
  { importId, fileId }: { importId: string; fileId: string },
): Promise<typeof importFiles.$inferSelect> {
  await receivingImport(ctx, importId);
  const [file] = await ctx.db
    .select()
    .from(importFiles)
    .where(and(eq(importFiles.id, fileId), eq(importFiles.importId, importId)));
  if (!file) throw new DomainError("import-gone");
  return file;
}

/**
 * Receives one file as it streams in: sealed with a key of its own, cut off where its announced size is passed. What
 * is in it is judged by the import, which tells it in its report.
 * @returns the wrapped key, for `keepImportFile`; what goes wrong leaves nothing
 * @throws DomainError `upload-broken`, `import-disk-full`
 */
export async function receiveImportFile(
  world: World,
  { id, bytes }: { id: string; bytes: number },
  source: AsyncIterable<Uint8Array>,
): Promise<string> {
  const folder = folderOf(world);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await assertRoom(folder, bytes);
  const key = newSealKey();
  const aside = `${pathOf(world, id)}.part`;
  if (filesUnderWay().has(id)) throw new DomainError("upload-broken");
  filesUnderWay().add(id);
  try {
    await rm(aside, { force: true });
    const sealed = await createSealed(aside, key);
    try {
      await pour(source, bytes, folder, (chunk) => sealed.write(chunk));
      await sealed.close();
      await rename(aside, pathOf(world, id));
    } catch (error) {
      // However giving up goes, nothing stays behind; why it went wrong is thrown below.
      await sealed.abort().catch(() => rm(aside, { force: true }));
      throw error;
    }
    return wrapKey(world.keys, id, key);
  } catch (error) {
    filesUnderWay().delete(id);
    if (isDiskFull(error)) throw new DomainError("import-disk-full", { cause: error });
    throw error;
  } finally {
    key.fill(0);
  }
}

/** After the note of it was stored, or not: from here on a sweep may judge the file. */
export function settleImportFile(fileId: string): void {
  filesUnderWay().delete(fileId);
}

async function pour(
  source: AsyncIterable<Uint8Array>,
  bytes: number,
  folder: string,
  write: (chunk: Uint8Array) => Promise<void> | undefined,
): Promise<void> {
  let [passed, unlooked] = [0, 0];
  for await (const chunk of source) {
    passed += chunk.length;
    unlooked += chunk.length;
    if (passed > bytes) throw new DomainError("upload-broken");
    if (unlooked > LOOK_EVERY) {
      await assertRoom(folder, unlooked);
      unlooked = 0;
    }
    await write(chunk);
  }
  if (passed !== bytes) throw new DomainError("upload-broken");
}

/** Notes that a file is here. The last one that came counts: its key opens what is on disk. */
export async function keepImportFile(
  ctx: ChangeCtx,
  at: { importId: string; fileId: string },
  wrappedKey: string,
): Promise<void> {
  await awaitedFile(ctx, at);
  await ctx.tx
    .update(importFiles)
    .set({ wrappedKey, receivedAt: ctx.now })
    .where(eq(importFiles.id, at.fileId));
}

/** The files of an import, to be read one after the other. @param onBytes told how many bytes passed */
export async function sourcesOf(
  world: World,
  importId: string,
  onBytes: (bytes: number) => void,
): Promise<ReadSource[]> {
  const rows = await world.db.read
    .select()
    .from(importFiles)
    .where(and(eq(importFiles.importId, importId), isNotNull(importFiles.wrappedKey)))
    .orderBy(asc(importFiles.position));
  return rows.map(({ id, name, bytes, wrappedKey }) => ({
    name,
    bytes,
    open: async function* () {
      const file = await openSealed(pathOf(world, id), unwrapKey(world.keys, id, wrappedKey ?? ""));
      for await (const chunk of file.chunks()) {
        onBytes(chunk.length);
        yield chunk;
      }
    },
  }));
}

/** Files that may go: of imports that ended, and not shredded yet. By import. */
export async function unshredded(db: Reader): Promise<string[]> {
  const rows = await db
    .selectDistinct({ importId: importFiles.importId, status: imports.status })
    .from(importFiles)
    .innerJoin(imports, eq(imports.id, importFiles.importId))
    .where(isNull(importFiles.deletedAt));
  return rows
    .filter(({ status }) => status === "done" || status === "failed")
    .map(({ importId }) => importId);
}

/** Overwrites the keys of an import's files and removes the files; the write-ahead log is the caller's. */
export async function shredFiles(world: World, importId: string): Promise<void> {
  const rows = await world.db.read.select().from(importFiles).where(eq(importFiles.importId, importId));
  await world.db.write(async (tx) => {
    for (const { id, wrappedKey } of rows) {
      if (wrappedKey === null) continue;
      // Overwritten first, so that no page keeps the old bytes.
      const blank = "0".repeat(wrappedKey.length);
      await tx.update(importFiles).set({ wrappedKey: blank }).where(eq(importFiles.id, id));
    }
  });
  for (const { id } of rows) {
    for (const path of [pathOf(world, id), `${pathOf(world, id)}.part`]) await rm(path, { force: true });
  }
}

/** Notes that an import's files are gone. */
export async function markShredded(ctx: ChangeCtx, importId: string): Promise<void> {
  ctx.touch("import", importId);
  await ctx.tx
    .update(importFiles)
    .set({ wrappedKey: null, deletedAt: ctx.now })
    .where(eq(importFiles.importId, importId));
}

/** Removes bytes no import waits for or needs: of an upload that died. */
export async function sweepImportFiles(world: World): Promise<number> {
  const folder = folderOf(world);
  if (!existsSync(folder)) return 0;
  const names = readdirSync(folder).filter((name) => !filesUnderWay().has(name.replace(/\.part$/, "")));
  const rows = await world.db.read
    .select({ id: importFiles.id })
    .from(importFiles)
    .where(and(isNotNull(importFiles.wrappedKey), isNull(importFiles.deletedAt)));
  const known = new Set(rows.map(({ id }) => id));
  const strays = names.filter((name) => !known.has(name));
  for (const name of strays) await rm(join(folder, name), { force: true });
  return strays.length;
}
