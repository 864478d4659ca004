import type { World } from "../core/world";
import type { ByteSink } from "../export/zip";
import { contentDisposition } from "../files/attachment";
import { told } from "./trpc";

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

/** Streams what `make` writes; a browser that goes away ends the making. What went wrong in the making is in the server log. */
export function streamOf(
  world: Pick<World, "log">,
  as: { name: string; mime: string },
  make: (sink: ByteSink) => Promise<void>,
): Response {
  const queue = { highWaterMark: AHEAD };
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({}, queue, queue);
  const writer = writable.getWriter();
  const left = writer.closed.then(
    () => false,
    () => true,
  );
  make({ write: (bytes) => writer.write(bytes) })
    .then(
      () => writer.close(),
      async (error: unknown) => {
        // Once the browser has left, each write fails: that is no fault of the making.
        if (!(await Promise.race([left, Promise.resolve(false)]))) told(world, error);
        await writer.abort(error);
      },
    )
    .catch(() => {
      // The browser left before the end: nobody is there to be told.
    });
  return streamed(readable, as);
}

/** Streams texts as they come. */
export function streamOfTexts(
  world: Pick<World, "log">,
  as: { name: string; mime: string },
  texts: AsyncIterable<string>,
): Response {
  return streamOf(world, as, async (sink) => {
    for await (const text of texts) await sink.write(Buffer.from(text));
  });
}
