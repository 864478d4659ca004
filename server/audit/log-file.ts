import { createHash, createPublicKey, type Hash, type KeyObject, sign } from "node:crypto";
import { z } from "zod";
import type { Reader } from "@/db/client";
import { type AuditRow, canonical, digestOf } from "./chain";
import type { Checkpoint } from "./checkpoint";
import { rowsAfter } from "./keep";
import { batches, type Question } from "./query";

/** Name and version of the format (docs/audit-file.md). */
export const FORMAT = "kroniek-logboek";
export const VERSION = 1;

/** First line: what the file is, and the digest its rows go on from. */
export const Header = z.strictObject({
  kind: z.literal("header"),
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  organisation: z.string().nullable(),
  /** Epoch ms */
  madeAt: z.number().int(),
  madeBy: z.string(),
  /** `complete`: every row from the first to the last; `selection`: those that fitted the filter */
  scope: z.enum(["complete", "selection"]),
  /** What was filtered by, in Dutch */
  filter: z.record(z.string(), z.string()),
  first: z.number().int().nullable(),
  last: z.number().int().nullable(),
  rows: z.number().int(),
  /** Rows the log held when the file was made */
  head: z.number().int(),
  /** Complete: the digest of the log before the first row. A selection begins with nothing. */
  digest: z.string(),
  /** Ed25519, SPKI DER as base64: compare its fingerprint with that of the organisation */
  publicKey: z.string(),
});
export type Header = z.infer<typeof Header>;

/** What the signature at the end is over. */
export const signedText = (sha256: string): Buffer => Buffer.from(`${FORMAT} ${VERSION} ${sha256}`);

/** A public key in the form that travels. */
export function publicKeyText(key: KeyObject): string {
  const publicKey = key.type === "public" ? key : createPublicKey(key);
  return publicKey.export({ type: "spki", format: "der" }).toString("base64");
}

/** Eight groups of four signs that tell one key from another, for people to compare. */
export function fingerprint(publicKey: string): string {
  const hex = createHash("sha256").update(Buffer.from(publicKey, "base64")).digest("hex");
  return hex.slice(0, 32).match(/.{4}/g)?.join(" ") ?? "";
}

/** The digest of the log up to and including a row, going on from the last checkpoint before it. */
export async function digestAt(
  db: Reader,
  checkpoints: readonly Checkpoint[],
  sequence: number,
): Promise<string> {
  const from = checkpoints.findLast(({ count }) => count <= sequence);
  let digest = from?.digest ?? "";
  let at = from?.count ?? 0;
  while (at < sequence) {
    const rows = await rowsAfter(db, at, sequence);
    for (const { hash: _, ...content } of rows) digest = digestOf(digest, content);
    at = rows.at(-1)?.sequence ?? sequence;
  }
  return digest;
}

/** A line with its hash taken along. */
function* line(sha: Hash, text: string): Generator<string> {
  sha.update(text).update("\n");
  yield `${text}\n`;
}

function rowLine({ hash, ...content }: AuditRow, digest: string, client: number | null): string {
  return `{"kind":"row","row":${canonical(content)},"hash":"${hash}","digest":"${digest}","client":${client}}`;
}

/** What the lines are made of. */
export interface LogFilePlan {
  header: Omit<Header, "kind" | "format" | "version" | "publicKey">;
  question: Question | undefined;
  checkpoints: readonly Checkpoint[];
  /** Client numbers of the ids in some rows, which the rows themselves do not hold */
  numbersOf(rows: readonly AuditRow[]): Promise<ReadonlyMap<string, number>>;
}

/**
 * A log as signed lines of JSON: header, rows oldest first, each with its digest going on from the row before it, the
 * log's own checkpoints where the file is complete, and at the end an Ed25519 signature over every byte before it.
 */
export async function* logFile(db: Reader, key: KeyObject, plan: LogFilePlan): AsyncGenerator<string> {
  const sha = createHash("sha256");
  const { header, question } = plan;
  const publicKey = publicKeyText(key);
  yield* line(
    sha,
    JSON.stringify({ kind: "header", format: FORMAT, version: VERSION, ...header, publicKey }),
  );
  let digest = header.digest;
  let rows = 0;
  const signed = new Map(
    header.scope === "complete" ? plan.checkpoints.map((each) => [each.count, each]) : [],
  );
  for await (const batch of question ? batches(db, question) : []) {
    const numbers = await plan.numbersOf(batch);
    let text = "";
    for (const row of batch) {
      const { hash: _, ...content } = row;
      digest = digestOf(digest, content);
      rows += 1;
      const client = row.clientId === null ? null : (numbers.get(row.clientId) ?? null);
      for (const part of line(sha, rowLine(row, digest, client))) text += part;
      const checkpoint = signed.get(row.sequence);
      if (checkpoint)
        for (const part of line(sha, JSON.stringify({ kind: "checkpoint", ...checkpoint }))) text += part;
    }
    yield text;
  }
  const sha256 = sha.digest("hex");
  const signature = sign(null, signedText(sha256), key).toString("base64");
  yield `${JSON.stringify({ kind: "end", rows, digest, sha256, signature })}\n`;
}
