import { fileTypeFromBuffer } from "file-type";
import { DomainError } from "../core/errors";
import { activeScan } from "./active-pdf";
import { HEAD_BYTES, isTwoThings, looksLikeWeb, packedScan, TAIL_BYTES } from "./hidden";
import { type Accepted, extensionOf, type FileKind, kindOfName, PAPER_FILE } from "./kinds";
import { followText, isLettered } from "./text";
import { type Follower, followJpg, followPdf, followPng } from "./whole";

const WEB_NAMES = /^(?:x?html?|svgz?|mht(?:ml)?|xml|xsl|js|php)$/;
const ARCHIVE_NAMES = /^(?:zip|zipx|rar|7z|t?gz|tar|t?bz2?|xz|zst|iso|cab|jar|apk|dmg|arj|lzh?)$/;

/** What file-type calls each kind: a PDF of Illustrator is a PDF, a moving PNG is a PNG. */
const TYPES: Readonly<Record<Exclude<FileKind, "txt">, readonly string[]>> = {
  pdf: ["pdf", "ai"],
  jpg: ["jpg"],
  png: ["png", "apng"],
};

/** The very first bytes: nothing may stand before them. */
const MAGIC: Readonly<Record<Exclude<FileKind, "txt">, string>> = {
  pdf: "%PDF-",
  jpg: "\xff\xd8\xff",
  png: "\x89PNG\r\n\x1a\n",
};

const FOLLOW: Readonly<Record<FileKind, () => Follower>> = {
  pdf: followPdf,
  jpg: followJpg,
  png: followPng,
  txt: followText,
};

/** Bytes are looked at so many at once, in however small pieces they come. */
const LOOK_BYTES = 64 * 1024;

/** Looks at a file while its bytes pass; keeps only its start and its end. */
export interface Inspection {
  /** @throws DomainError as soon as it is too large; within LOOK_BYTES when a text is no text */
  take(bytes: Uint8Array): void;
  /** The kind, once all bytes have passed. @throws DomainError a refusal that says what to do */
  end(): Promise<FileKind>;
}

/** Refuses a name whose kind does not belong here, before any byte is read. @throws DomainError */
export function assertName(name: string, accepted: Accepted): FileKind {
  const extension = extensionOf(name);
  const kind = kindOfName(name);
  if (kind !== undefined && accepted.kinds.includes(kind)) return kind;
  if (WEB_NAMES.test(extension)) throw new DomainError("file-web");
  if (ARCHIVE_NAMES.test(extension)) throw new DomainError("file-archive");
  throw new DomainError(accepted.kinds.includes("txt") ? "file-kind" : "file-kind-paper");
}

/** Refuses what is over the cap. @throws DomainError */
export function assertSize(bytes: number, { cap }: Accepted): void {
  if (bytes > cap) throw new DomainError(cap > PAPER_FILE.cap ? "file-too-large" : "file-too-large-paper");
}

async function assertKind(kind: Exclude<FileKind, "txt">, head: Buffer): Promise<void> {
  const found = (await fileTypeFromBuffer(head))?.ext;
  const starts = head.toString("latin1", 0, 16).startsWith(MAGIC[kind]);
  if (starts && found !== undefined && TYPES[kind].includes(found)) return;
  if (found !== undefined && ARCHIVE_NAMES.test(found)) throw new DomainError("file-archive");
  throw new DomainError(looksLikeWeb(head) ? "file-web" : "file-not-as-named");
}

/**
 * The core of every upload (SECURITY.md E): name, size and content must agree on one of the accepted kinds, and the
 * file must be nothing else besides.
 * @throws DomainError when its name alone is refused
 */
export function inspect(name: string, accepted: Accepted): Inspection {
  const kind = assertName(name, accepted);
  const follower = FOLLOW[kind]();
  const packed = packedScan();
  const active = activeScan();
  let bytesSeen = 0;
  let head = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  const gathered = Buffer.alloc(LOOK_BYTES);
  let waiting = 0;
  const look = () => {
    const bytes = gathered.subarray(0, waiting);
    waiting = 0;
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, bytes.subarray(0, HEAD_BYTES - head.length)]);
    tail = Buffer.from(Buffer.concat([tail, bytes]).subarray(-TAIL_BYTES));
    follower.take(bytes);
    if (kind !== "txt") packed.take(bytes);
    if (kind === "pdf") active.take(bytes);
  };
  return {
    take: (given) => {
      bytesSeen += given.length;
      assertSize(bytesSeen, accepted);
      for (let at = 0; at < given.length; ) {
        const piece = given.subarray(at, at + LOOK_BYTES - waiting);
        gathered.set(piece, waiting);
        waiting += piece.length;
        at += piece.length;
        if (waiting === LOOK_BYTES) look();
      }
    },
    end: async () => {
      if (bytesSeen === 0) throw new DomainError("file-empty");
      look();
      if (kind === "txt") {
        if (looksLikeWeb(head)) throw new DomainError("file-web");
        if (isLettered(head)) throw new DomainError("file-not-as-named");
      } else {
        await assertKind(kind, head);
        if (packed.found() || isTwoThings(kind, head, tail)) throw new DomainError("file-hides-more");
        if (kind === "pdf" && active.found()) throw new DomainError("file-active");
      }
      const ending = follower.end(tail);
      if (ending === "more") throw new DomainError("file-hides-more");
      if (ending === "cut") throw new DomainError(kind === "txt" ? "file-not-text" : "file-broken");
      return kind;
    },
  };
}

/** As `inspect`, of bytes that are all there. */
export async function acceptBytes(name: string, bytes: Uint8Array, accepted: Accepted): Promise<FileKind> {
  const inspection = inspect(name, accepted);
  inspection.take(bytes);
  return inspection.end();
}
