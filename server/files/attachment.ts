import { safeContentType } from "./content-type";
import type { SealedFile } from "./seal";

/** A header value for a file name by RFC 6266 and 8187: plain ASCII, and the real name beside it. */
export function contentDisposition(name: string): string {
  const ascii = name
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${ascii || "bestand"}"; filename*=UTF-8''${encoded}`;
}

/** Streams a sealed file as a download, a chunk at a time. What is not as it was sealed breaks the stream visibly. */
export function attachment(file: SealedFile, as: { name: string; mime: string }): Response {
  const chunks = file.chunks();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => {
      await chunks.return();
      await file.close();
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": safeContentType(as.mime),
      "Content-Length": String(file.plainBytes),
      "Content-Disposition": contentDisposition(as.name),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}
