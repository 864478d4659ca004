import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import type { Reader, Tx } from "@/db/client";
import { files } from "@/db/schema/files";
import { DomainError } from "../core/errors";
import { newId } from "../core/ids";
import type { World } from "../core/world";
import { createSealed, newSealKey, openSealed, type SealedFile } from "./seal";
import { filesUnderWay } from "./under-way";
import { unwrapKey, wrapKey } from "./wrap";

/** Bytes on their way to becoming a stored file: known by id before anything is written. */
export interface PreparedFile {
  fileId: string;
  mime: string;
  content: Buffer;
  bytes: number;
  sha256: string;
}

/** Gives bytes their id, size and SHA-256, so that an entry can already point at them. */
export function prepareFile(now: number, file: { mime: string; bytes: Buffer }): PreparedFile {
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  return { fileId: newId(now), mime: file.mime, content: file.bytes, bytes: file.bytes.length, sha256 };
}

/** Where the encrypted bytes of a file are. The name says nothing of its content. */
export function filePath(dataDir: string, fileId: string): string {
  return join(dataDir, "files", fileId);
}

/** A file on disk, sealed: what its row will say. */
export interface SealedBytes {
  fileId: string;
  mime: string;
  bytes: number;
  /** Hex, of the content */
  sha256: string;
  wrappedKey: string;
}

/** Encrypts a prepared file with a key of its own; it is on disk, whole, when this resolves, and belongs to no one. */
export async function sealFile(world: World, file: PreparedFile): Promise<SealedBytes> {
  const path = filePath(world.env.dataDir, file.fileId);
  await mkdir(join(world.env.dataDir, "files"), { recursive: true, mode: 0o700 });
  const key = newSealKey();
  const aside = `${path}.part`;
  await rm(aside, { force: true });
  const sealed = await createSealed(aside, key);
  await sealed.write(file.content);
  await sealed.close();
  await rename(aside, path);
  const { fileId, mime, bytes, sha256 } = file;
  return { fileId, mime, bytes, sha256, wrappedKey: wrapKey(world.keys, fileId, key) };
}

/** Gives a sealed file to a client, in the transaction of the entry that points at it. */
export async function keepFile(tx: Tx, clientId: string, file: SealedBytes, now: number): Promise<void> {
  const { fileId, mime, bytes, sha256, wrappedKey } = file;
  await tx.insert(files).values({ id: fileId, clientId, mime, bytes, sha256, wrappedKey, createdAt: now });
}

/**
 * Encrypts a prepared file and stores it with its row. The bytes are on disk before the row is committed; bytes whose
 * transaction failed are swept at the next start.
 */
export async function storeFile(world: World, tx: Tx, clientId: string, file: PreparedFile): Promise<void> {
  await keepFile(tx, clientId, await sealFile(world, file), world.clock.now());
}

/**
 * After the transaction, whatever came of it: a file that has no row goes. The rows are asked, for a transaction may be
 * stored although its answer failed.
 */
export async function settleFile(world: World, fileId: string): Promise<void> {
  const isKept = (await world.db.read.$count(files, eq(files.id, fileId))) > 0;
  if (!isKept) await rm(filePath(world.env.dataDir, fileId), { force: true });
  filesUnderWay().delete(fileId);
}

/** Opens a stored file of a client for reading. @throws DomainError `not-found` */
export async function openFile(
  world: World,
  db: Reader,
  clientId: string,
  fileId: string,
): Promise<{ mime: string; file: SealedFile }> {
  const [row] = await db.select().from(files).where(eq(files.id, fileId));
  if (row?.clientId !== clientId) throw new DomainError("not-found");
  const key = unwrapKey(world.keys, row.id, row.wrappedKey);
  return { mime: row.mime, file: await openSealed(filePath(world.env.dataDir, row.id), key) };
}

/**
 * Removes bytes on disk that no row knows: their transaction never finished, or their entry is gone. What this process
 * is writing at the moment stays. Run at start, and after an import.
 */
export async function sweepFiles(world: World): Promise<number> {
  const folder = join(world.env.dataDir, "files");
  if (!existsSync(folder)) return 0;
  // Looked at before the rows are: what is finished in between has its row by then.
  const names = readdirSync(folder).filter((name) => !filesUnderWay().has(name.replace(/\.part$/, "")));
  const rows = await world.db.read.select({ id: files.id }).from(files);
  const known = new Set(rows.map((row) => row.id));
  const orphans = names.filter((name) => !known.has(name));
  for (const name of orphans) await rm(join(folder, name), { force: true });
  return orphans.length;
}
