import { createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { type AuditRow, digestOf } from "./chain";

const Stored = z.object({
  count: z.number().int().positive(),
  digest: z.string(),
  at: z.number().int(),
  /** Ed25519 over `count digest at`, base64 */
  signature: z.string(),
});

/** A signed statement of what the log held: so many rows, with this digest, at this moment. */
export type Checkpoint = z.infer<typeof Stored>;

const textOf = (checkpoint: Omit<Checkpoint, "signature">) =>
  Buffer.from(`${checkpoint.count} ${checkpoint.digest} ${checkpoint.at}`);

/** Continues the digest of the last checkpoint over the rows after it, and signs the result. */
export function signCheckpoint(
  key: KeyObject,
  last: Checkpoint | undefined,
  rowsSince: readonly AuditRow[],
  at: number,
): Checkpoint {
  let digest = last?.digest ?? "";
  for (const { hash: _, ...content } of rowsSince) digest = digestOf(digest, content);
  const stated = { count: (last?.count ?? 0) + rowsSince.length, digest, at };
  return { ...stated, signature: sign(null, textOf(stated), key).toString("base64") };
}

/** True when the signature was made by the holder of the private key. */
export function isSigned(checkpoint: Checkpoint, key: KeyObject): boolean {
  const publicKey = key.type === "public" ? key : createPublicKey(key);
  return verify(null, textOf(checkpoint), publicKey, Buffer.from(checkpoint.signature, "base64"));
}

/** A line as it was stored; what is no checkpoint is told by who reads the file. */
function parseCheckpoint(line: string): Checkpoint | undefined {
  try {
    return Stored.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

/**
 * All checkpoints of a file, oldest first; `undefined` stands for a line that is none, which only tampering makes:
 * a half-written last line (a crash) is left out here, and cut off when the next one is added.
 */
export function readCheckpoints(file: string): (Checkpoint | undefined)[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  lines.pop();
  return lines.map(parseCheckpoint);
}

/** Adds a checkpoint to its file. */
export function appendCheckpoint(file: string, checkpoint: Checkpoint): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (existsSync(file)) truncateSync(file, readFileSync(file).lastIndexOf("\n") + 1);
  appendFileSync(file, `${JSON.stringify(checkpoint)}\n`, { mode: 0o600 });
}
