const SAFE = /^[\w.+-]{1,127}\/[\w.+-]{1,127}$/;

/**
 * A kind of file as a header may say it (RFC 6838 4.2: a type and a subtype of at most 127 characters each). What
 * came from outside and is anything else, a line break in it say, is told as bytes of no kind.
 */
export function safeContentType(mime: string): string {
  return SAFE.test(mime) ? mime : "application/octet-stream";
}
