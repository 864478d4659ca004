import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto";
import { z } from "zod";
import { type AuditContent, digestOf } from "./chain";
import { isSigned } from "./checkpoint";
import { Header, signedText } from "./log-file";

const Row = z.strictObject({
  kind: z.literal("row"),
  row: z.record(z.string(), z.unknown()),
  hash: z.string(),
  digest: z.string(),
  client: z.number().int().nullable(),
});

const Signed = z.strictObject({
  kind: z.literal("checkpoint"),
  count: z.number().int(),
  digest: z.string(),
  at: z.number().int(),
  signature: z.string(),
});

const End = z.strictObject({
  kind: z.literal("end"),
  rows: z.number().int(),
  digest: z.string(),
  sha256: z.string(),
  signature: z.string(),
});

/** Why a file is not what was signed. */
export type FileProblem =
  | "no-header"
  | "unreadable"
  | "row-changed"
  | "row-order"
  | "checkpoint-differs"
  | "no-end"
  | "count-differs"
  | "file-changed"
  | "not-signed"
  | "after-end";

/** What a check of a file went by, and the first thing that was wrong, with the line it was found at. */
export interface FileCheck {
  header: Header | undefined;
  /** Rows that were gone through and right */
  rows: number;
  checkpoints: number;
  problem?: { what: FileProblem; line: number };
}

class Wrong extends Error {
  constructor(readonly what: FileProblem) {
    super(what);
  }
}

/** Holds one line after another against what the lines before it say. */
class Walk {
  header: Header | undefined;
  rows = 0;
  checkpoints = 0;
  ended = false;
  #digest = "";
  #sequence = 0;
  #key: KeyObject | undefined;
  readonly #sha = createHash("sha256");

  take(bytes: Buffer): void {
    if (this.ended) throw new Wrong("after-end");
    const given = parsed(bytes);
    if (!this.header) this.#begin(given);
    else if (given.kind === "row") this.#row(given);
    else if (given.kind === "checkpoint") this.#checkpoint(given);
    else this.#end(given, bytes);
    this.#sha.update(bytes).update("\n");
  }

  #begin(given: unknown): void {
    const header = Header.safeParse(given);
    if (!header.success) throw new Wrong("no-header");
    this.header = header.data;
    this.#digest = header.data.digest;
    try {
      const der = Buffer.from(header.data.publicKey, "base64");
      this.#key = createPublicKey({ key: der, format: "der", type: "spki" });
    } catch {
      // What stands there is no key, so nothing in the file can be checked.
      throw new Wrong("no-header");
    }
  }

  #row(given: unknown): void {
    const { data } = Row.safeParse(given);
    if (!data) throw new Wrong("unreadable");
    const content = data.row as unknown as AuditContent;
    const digest = digestOf(this.#digest, content);
    if (digest !== data.digest) throw new Wrong("row-changed");
    const { sequence } = content;
    const expected = this.header?.scope === "complete" ? this.#expected() : undefined;
    const right = expected === undefined ? sequence > this.#sequence : sequence === expected;
    if (!right) throw new Wrong("row-order");
    this.#sequence = sequence;
    this.#digest = digest;
    this.rows += 1;
  }

  #expected(): number {
    return this.rows === 0 ? (this.header?.first ?? 0) : this.#sequence + 1;
  }

  #checkpoint(given: unknown): void {
    const { data } = Signed.safeParse(given);
    if (!data || !this.#key) throw new Wrong("unreadable");
    const { kind: _, ...checkpoint } = data;
    const fits = checkpoint.count === this.#sequence && checkpoint.digest === this.#digest;
    if (!fits || !isSigned(checkpoint, this.#key)) throw new Wrong("checkpoint-differs");
    this.checkpoints += 1;
  }

  #end(given: unknown, bytes: Buffer): void {
    const { data } = End.safeParse(given);
    if (!data || !this.#key) throw new Wrong("unreadable");
    const sha256 = this.#sha.copy().digest("hex");
    const header = this.header;
    if (data.rows !== this.rows || header?.rows !== this.rows) throw new Wrong("count-differs");
    if (this.rows > 0 && header.last !== this.#sequence) throw new Wrong("count-differs");
    if (data.sha256 !== sha256 || data.digest !== this.#digest) throw new Wrong("file-changed");
    const signature = Buffer.from(data.signature, "base64");
    // Several texts decode to the same bytes: only the one that was written counts.
    const written = JSON.stringify({ ...data, signature: signature.toString("base64") });
    if (bytes.toString("utf8") !== written) throw new Wrong("file-changed");
    if (!verify(null, signedText(sha256), this.#key, signature)) throw new Wrong("not-signed");
    this.ended = true;
  }
}

function parsed(bytes: Buffer): { kind?: unknown } {
  try {
    const given: unknown = JSON.parse(bytes.toString("utf8"));
    if (typeof given === "object" && given !== null) return given;
  } catch {
    // Not JSON: said below, with the line.
  }
  throw new Wrong("unreadable");
}

/** Lines of a stream of bytes, without their ends. @throws Wrong `no-end` when the last one was cut off */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end)]);
      rest = [];
      from = end + 1;
    }
    rest.push(chunk.subarray(from));
  }
  if (rest.some(({ length }) => length > 0)) throw new Wrong("no-end");
}

/**
 * Checks an exported log with the public key alone: every row as it was signed, none missing, added or moved. The key is
 * the one in the file: whose it is, is for the caller to compare.
 */
export async function checkLogFile(chunks: AsyncIterable<Buffer>): Promise<FileCheck> {
  const walk = new Walk();
  let line = 0;
  const answer = (problem?: FileCheck["problem"]): FileCheck => ({
    header: walk.header,
    rows: walk.rows,
    checkpoints: walk.checkpoints,
    ...(problem && { problem }),
  });
  try {
    for await (const bytes of linesOf(chunks)) {
      line += 1;
      walk.take(bytes);
    }
    if (!walk.header) throw new Wrong("no-header");
    if (!walk.ended) throw new Wrong("no-end");
    return answer();
  } catch (error) {
    if (error instanceof Wrong) return answer({ what: error.what, line });
    throw error;
  }
}
