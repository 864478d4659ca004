import { DomainError } from "../core/errors";
import type { Follower } from "./whole";

/** Tab, line feed and carriage return are text; every other control character is not. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;
/** Formats that are written in letters, but are not plain text. */
const LETTERED = /^(?:\xef\xbb\xbf)?(?:%PDF-|%!PS|\{\\rtf)/;

/** True when a text is the source of a document: a PDF, PostScript or RTF under another name. */
export function isLettered(head: Buffer): boolean {
  return LETTERED.test(head.toString("latin1", 0, 16));
}

/** Plain text: UTF-8 from the first byte to the last, without control characters. */
export function followText(): Follower {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const look = (bytes?: Uint8Array) => {
    let text: string;
    try {
      text = decoder.decode(bytes, { stream: bytes !== undefined });
    } catch (cause) {
      throw new DomainError("file-not-text", { cause });
    }
    if (CONTROL.test(text)) throw new DomainError("file-not-text");
  };
  return {
    take: (bytes) => look(bytes),
    end: () => {
      look();
      return "whole";
    },
  };
}
