/** The kinds of file people may add. A stored file's type is one of these words, never what a browser said. */
export const KINDS = {
  pdf: { mime: "application/pdf", extensions: ["pdf"] },
  jpg: { mime: "image/jpeg", extensions: ["jpg", "jpeg", "jpe"] },
  png: { mime: "image/png", extensions: ["png"] },
  txt: { mime: "text/plain", extensions: ["txt"] },
} as const;

export type FileKind = keyof typeof KINDS;

/** What may be filed in a dossier, and its cap in bytes (SECURITY.md E). */
export const DOCUMENT_FILE = { kinds: ["pdf", "jpg", "png", "txt"], cap: 25 * 1024 * 1024 } as const;
/** What may be added elsewhere: signed statements, and through the portal. */
export const PAPER_FILE = { kinds: ["pdf", "jpg", "png"], cap: 10 * 1024 * 1024 } as const;

/** Which files a place takes. */
export interface Accepted {
  kinds: readonly FileKind[];
  /** Bytes */
  cap: number;
}

const EXTENSION = /\.([A-Za-z0-9]{1,10})$/;

/** The last extension of a name in lower case, without its dot; empty when it has none. */
export function extensionOf(name: string): string {
  return EXTENSION.exec(name.trim())?.[1]?.toLowerCase() ?? "";
}

/** The kind a name says it is, by its extension. */
export function kindOfName(name: string): FileKind | undefined {
  const extension = extensionOf(name);
  const kinds = Object.keys(KINDS) as FileKind[];
  return kinds.find((kind) => (KINDS[kind].extensions as readonly string[]).includes(extension));
}
