/** Whether a file ends where its own format says it does. `more`: something stands behind its end. */
export type Ending = "whole" | "cut" | "more";

/** Follows a format through the bytes as they pass. */
export interface Follower {
  take(bytes: Buffer): void;
  end(tail: Buffer): Ending;
}

const PDF_END = Buffer.from("%%EOF");

/** ISO 32000: a PDF ends in `%%EOF`; white space behind it is common. */
export function followPdf(): Follower {
  return {
    take: () => undefined,
    end: (tail) => {
      const at = tail.lastIndexOf(PDF_END);
      if (at < 0) return "cut";
      const rest = tail.subarray(at + PDF_END.length);
      return rest.every(
        (byte) => byte === 0 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x20,
      )
        ? "whole"
        : "more";
    },
  };
}

/** ITU T.81: an image ends with the marker EOI. Cameras put previews and notes of their own behind it: those may stay. */
export function followJpg(): Follower {
  let last = 0;
  let ended = false;
  return {
    take: (bytes) => {
      ended ||= (last === 0xff && bytes[0] === 0xd9) || bytes.includes(Buffer.from([0xff, 0xd9]));
      last = bytes.at(-1) ?? last;
    },
    end: () => (ended ? "whole" : "cut"),
  };
}

const PNG_SIGNATURE = 8;
const CHUNK_HEAD = 8;
const CHUNK_CRC = 4;

/** PNG (ISO 15948): chunks of a length, a name, data and a checksum; the last is IEND and nothing follows. */
export function followPng(): Follower {
  let skip = PNG_SIGNATURE;
  let head = Buffer.alloc(0);
  let done = false;
  let more = false;
  return {
    take: (bytes) => {
      for (let at = 0; at < bytes.length; ) {
        if (skip > 0) {
          const step = Math.min(skip, bytes.length - at);
          skip -= step;
          at += step;
          continue;
        }
        if (done) {
          more = true;
          return;
        }
        const piece = bytes.subarray(at, at + CHUNK_HEAD - head.length);
        head = Buffer.concat([head, piece]);
        at += piece.length;
        if (head.length < CHUNK_HEAD) return;
        done = head.toString("latin1", 4) === "IEND";
        skip = head.readUInt32BE(0) + CHUNK_CRC;
        head = Buffer.alloc(0);
      }
    },
    end: () => (more ? "more" : done && skip === 0 ? "whole" : "cut"),
  };
}
