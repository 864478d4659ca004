import { type ByteSink, type ZipOptions, ZipWriter } from "@/server/export/zip";

/** A zip written to memory, and its bytes so far. */
export function zipInMemory(options: Partial<ZipOptions> = {}): { zip: ZipWriter; bytes: () => Buffer } {
  const chunks: Uint8Array[] = [];
  const sink: ByteSink = {
    write: (bytes) => {
      chunks.push(Buffer.from(bytes));
      return undefined;
    },
  };
  const zip = new ZipWriter(sink, { modified: Date.UTC(2026, 2, 29, 13, 5, 8), ...options });
  return { zip, bytes: () => Buffer.concat(chunks) };
}
