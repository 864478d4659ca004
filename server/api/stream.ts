import type { ByteSink } from "../export/zip";
import { contentDisposition } from "../files/attachment";

/** Chunks that may wait for the browser before the making waits too. */
const AHEAD = 16;

/** A file that is made while it leaves: its length is not known, and what breaks off breaks visibly. */
function streamed(body: ReadableStream<Uint8Array>, as: { name: string; mime: string }): Response {
  return new Response(body, {
    headers: {
      "Content-Type": as.mime,
      "Content-Disposition": contentDisposition(as.name),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}

/** Streams what `make` writes; a browser that goes away ends the making. */
export function streamOf(
  as: { name: string; mime: string },
  make: (sink: ByteSink) => Promise<void>,
): Response {
  const queue = { highWaterMark: AHEAD };
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({}, queue, queue);
  const writer = writable.getWriter();
  make({ write: (bytes) => writer.write(bytes) })
    .then(
      () => writer.close(),
      (error: unknown) => writer.abort(error),
    )
    .catch(() => {
      // The browser left before the end: nobody is there to be told.
    });
  return streamed(readable, as);
}

/** Streams texts as they come. */
export function streamOfTexts(as: { name: string; mime: string }, texts: AsyncIterable<string>): Response {
  return streamOf(as, async (sink) => {
    for await (const text of texts) await sink.write(Buffer.from(text));
  });
}
