import { createHash } from "node:crypto";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { files } from "@/db/schema/files";
import { DomainError } from "../core/errors";
import { newId } from "../core/ids";
import type { World } from "../core/world";
import { assertSize, inspect } from "./accept";
import { hasDiskRoom, isDiskFull } from "./disk-room";
import { type Accepted, KINDS } from "./kinds";
import { safeFileName } from "./safe-file-name";
import { createSealed, newSealKey, type SealWriter } from "./seal";
import { filePath, type SealedBytes } from "./store";
import { filesUnderWay } from "./under-way";
import { wrapKey } from "./wrap";

/** The most bytes of files kept of one client. */
export const CLIENT_QUOTA = 2 * 1024 * 1024 * 1024;
const LOOK_EVERY = 8 * 1024 * 1024;

/** What is to be received: its name as given, the size its sender says, and what the place takes. */
export interface Offered {
  name: string;
  bytes: number;
  accepted: Accepted;
}

/** A file that came in: `keepFile` gives it an owner, `settleFile` ends it either way. */
export interface Received extends SealedBytes {
  /** Safe on every system */
  name: string;
}

/**
 * Refuses what would bring a client over its quota.
 * @param quota bytes; tests set it lower
 * @throws DomainError `file-quota`
 */
export async function assertQuota(
  db: Reader,
  clientId: string,
  bytes: number,
  quota = CLIENT_QUOTA,
): Promise<void> {
  const [row] = await db
    .select({ held: sql<number>`coalesce(sum(${files.bytes}), 0)` })
    .from(files)
    .where(eq(files.clientId, clientId));
  if ((row?.held ?? 0) + bytes > quota) throw new DomainError("file-quota");
}

async function assertRoom(folder: string, bytes: number): Promise<void> {
  if (!(await hasDiskRoom(folder, bytes))) throw new DomainError("file-disk-full");
}

/** Seals the bytes as they come, while they are looked at. @returns size and hash of what passed */
async function pour(
  source: AsyncIterable<Uint8Array>,
  offered: Offered,
  sealed: SealWriter,
  folder: string,
): Promise<{ bytes: number; sha256: string; mime: string }> {
  const inspection = inspect(offered.name, offered.accepted);
  const hash = createHash("sha256");
  let bytes = 0;
  let unlooked = 0;
  for await (const chunk of source) {
    inspection.take(chunk);
    hash.update(chunk);
    bytes += chunk.length;
    unlooked += chunk.length;
    if (unlooked > LOOK_EVERY) {
      await assertRoom(folder, unlooked);
      unlooked = 0;
    }
    await sealed.write(chunk);
  }
  // Fewer than was said: the line was cut, and nobody may take half a letter for a whole one.
  if (bytes !== offered.bytes) throw new DomainError("upload-broken");
  const kind = await inspection.end();
  return { bytes, sha256: hash.digest("hex"), mime: KINDS[kind].mime };
}

/**
 * Receives a file: sealed with a key of its own while it streams in, never whole in memory, never readable on disk.
 * Whatever goes wrong, nothing of it stays.
 * @throws DomainError a refusal of its name, size or content, `upload-broken`, `file-disk-full`
 */
export async function receiveFile(
  world: World,
  source: AsyncIterable<Uint8Array>,
  offered: Offered,
): Promise<Received> {
  inspect(offered.name, offered.accepted);
  assertSize(offered.bytes, offered.accepted);
  const folder = join(world.env.dataDir, "files");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await assertRoom(folder, offered.bytes);
  const fileId = newId(world.clock.now());
  const key = newSealKey();
  const path = filePath(world.env.dataDir, fileId);
  const aside = `${path}.part`;
  filesUnderWay().add(fileId);
  const sealed = await createSealed(aside, key);
  try {
    const { mime, ...told } = await pour(source, offered, sealed, folder);
    await sealed.close();
    await rename(aside, path);
    const wrappedKey = wrapKey(world.keys, fileId, key);
    return { fileId, name: safeFileName(offered.name), mime, ...told, wrappedKey };
  } catch (error) {
    // However giving up goes, nothing stays behind; why it went wrong is thrown below.
    await sealed.abort().catch(() => rm(aside, { force: true }));
    filesUnderWay().delete(fileId);
    if (isDiskFull(error)) throw new DomainError("file-disk-full", { cause: error });
    throw error;
  } finally {
    key.fill(0);
  }
}
