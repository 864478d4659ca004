import { inflateSync } from "node:zlib";

/** All that the object streams of one file may unpack to; a real one holds some hundreds of kilobytes. */
const UNPACKED_BYTES = 32 * 1024 * 1024;
/** The longest thing looked for in one piece, written in escapes, with room for white space. */
const CARRY = 1024;

/** A name as PDF lets one write it (ISO 32000, 7.3.5): any letter may be `#` and two hexadecimal digits. */
function spelled(name: string): string {
  const letters = [...name].map((letter) => {
    const [high = "", low = ""] = letter.charCodeAt(0).toString(16);
    return `(?:${letter}|#${high}[${low}${low.toUpperCase()}])`;
  });
  return `/${letters.join("")}`;
}
const oneOf = (...names: string[]) => `(?:${names.map(spelled).join("|")})(?=[\\s\\0()<>[\\]{}/%])`;

/** Long enough never to stand in compressed bytes by chance: looked for everywhere. */
const ACTS = oneOf(
  ...["JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "Rendition", "GoToE"],
  ...["XFA", "SubmitForm", "ImportData"],
);
const SPACE = "[\\s\\0]{0,64}";
const REFERENCE = "\\d{1,10}\\s{1,8}\\d{1,5}\\s{1,8}R";
/** So short that what belongs to them must follow. */
const SHORT = `${oneOf("AA", "EF")}${SPACE}(?:<<|${REFERENCE})`;
/** Still shorter: looked for outside streams only, where nothing stands by chance. */
const PLAIN = `${oneOf("JS")}${SPACE}(?:[(<%]|${REFERENCE})|${oneOf("AA", "EF")}${SPACE}%`;

const ACTIVE = new RegExp(`${ACTS}|${SHORT}|${PLAIN}`);
const MARK = new RegExp(
  `(?<active>${ACTS}|${SHORT})|(?<plain>${PLAIN})|(?<objects>${oneOf("ObjStm")})|(?<filter>${oneOf("Filter")})` +
    `|(?<flate>${oneOf("FlateDecode")})|(?<parms>${oneOf("DecodeParms")})` +
    "|(?<end>endstream)|(?<start>stream[ \\t]*(?:\\r\\n|\\n|\\r)?)",
  "g",
);

/** What of one stream's dictionary says how its objects are packed. */
const nothing = () => ({ objects: false, filter: false, flate: 0, parms: false });

/**
 * Looks in the bytes of a PDF as they pass for what acts by itself or carries files: scripts, programs to start, forms
 * that send, attachments, films. Names are also found when written in escapes, and in the compressed streams that hold
 * objects. Such a stream that cannot be looked into (encrypted, packed in another way, larger than any real one) counts
 * as active: nobody knows what it does.
 */
export function activeScan(): { take(bytes: Buffer): void; found(): boolean } {
  let text = "";
  let found = false;
  let dictionary = nothing();
  let inStream = false;
  let packed: string[] | undefined;
  let unpacked = 0;

  const unpack = (bytes: Buffer): void => {
    const { filter, flate, parms } = dictionary;
    // Without a filter it is plain text, which passed here itself.
    if (!filter) return;
    try {
      if (flate !== 1 || parms) throw new Error("packed in another way");
      const inflated = inflateSync(bytes, { maxOutputLength: UNPACKED_BYTES - unpacked });
      unpacked += inflated.length;
      found ||= ACTIVE.test(`${inflated.toString("latin1")} `);
    } catch {
      // What cannot be looked into is taken for active.
      found = true;
    }
  };

  const look = (upTo: number): void => {
    let at = 0;
    MARK.lastIndex = 0;
    for (let hit = MARK.exec(text); hit && hit.index < upTo; hit = MARK.exec(text)) {
      const { active, plain, objects, filter, flate, parms, end, start } = hit.groups ?? {};
      found ||= active !== undefined || (plain !== undefined && !inStream);
      if (end !== undefined) {
        packed?.push(text.slice(at, hit.index));
        if (packed) unpack(Buffer.from(packed.join(""), "latin1"));
        packed = undefined;
        inStream = false;
        dictionary = nothing();
      } else if (!inStream) {
        dictionary.objects ||= objects !== undefined;
        dictionary.filter ||= filter !== undefined;
        dictionary.flate += flate === undefined ? 0 : 1;
        dictionary.parms ||= parms !== undefined;
        inStream = start !== undefined;
        if (inStream && dictionary.objects) packed = [];
      }
      at = hit.index + hit[0].length;
    }
    const seen = Math.max(at, upTo);
    packed?.push(text.slice(at, seen));
    text = text.slice(seen);
  };

  return {
    take: (bytes) => {
      if (found) return;
      text += bytes.toString("latin1");
      look(text.length - CARRY);
    },
    found: () => {
      look(text.length);
      // An object stream without an end: a lenient reader would open it all the same.
      return found || packed !== undefined;
    },
  };
}
