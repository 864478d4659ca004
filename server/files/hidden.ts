/** How much of the end of a file a zip may begin its last record in: the record and the longest comment. */
export const TAIL_BYTES = 22 + 65_535;
/** How much of the start of a file is looked at: an ISO image says what it is at 32 KB. */
export const HEAD_BYTES = 34 * 1024;

/** Where browsers and readers look for what a file is, whatever its name. */
const SNIFFED_BYTES = 1024;
const WEB = /<(?:!doctype\s+html|html|head|body|script|iframe|svg|\?xml|\?php)\b/i;
const WEB_START = /^\s*<(?:!doctype|!--|html|head|body|script|iframe|svg|\?xml|\?php|math)/i;

const ZIP_END = Buffer.from("PK\x05\x06", "latin1");
const PACKED: readonly Buffer[] = [
  Buffer.from("Rar!\x1a\x07", "latin1"),
  Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]),
];
const LONGEST_MARK = 6;

/** True when a text would be taken for a web page or a drawing by a program that looks at its start. */
export function looksLikeWeb(head: Buffer): boolean {
  return WEB_START.test(head.toString("latin1", 0, SNIFFED_BYTES).replace(/^\xef\xbb\xbf/, ""));
}

/** Looks in bytes as they pass for archives that other programs would find wherever they begin. */
export function packedScan(): { take(bytes: Buffer): void; found(): boolean } {
  let carry = Buffer.alloc(0);
  let found = false;
  return {
    take: (bytes) => {
      const both = Buffer.concat([carry, bytes]);
      found ||= PACKED.some((mark) => both.includes(mark));
      carry = Buffer.from(both.subarray(-(LONGEST_MARK - 1)));
    },
    found: () => found,
  };
}

/**
 * True when a PDF or image is at the same time something else to another program: a zip, a tar, an ISO image, a web
 * page, or (an image) a PDF.
 * @param head its first HEAD_BYTES @param tail its last TAIL_BYTES
 */
export function isTwoThings(kind: "pdf" | "jpg" | "png", head: Buffer, tail: Buffer): boolean {
  const start = head.subarray(0, SNIFFED_BYTES).toString("latin1");
  return (
    tail.includes(ZIP_END) ||
    head.toString("latin1", 257, 262) === "ustar" ||
    head.toString("latin1", 32_769, 32_774) === "CD001" ||
    WEB.test(start) ||
    (kind !== "pdf" && start.includes("%PDF-"))
  );
}
