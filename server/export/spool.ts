import { rm } from "node:fs/promises";
import { createSealed, newSealKey, openSealed } from "../files/seal";
import type { ByteSink } from "./zip";

/** Bytes that wait on disk until their turn in the zip has come. */
export interface Spool extends ByteSink {
  /** What was written, in order, a piece at a time; then the file is gone. Nothing may be written after it. */
  pieces(): AsyncGenerator<Buffer, void, undefined>;
  /** Removes the file. For when anything failed. */
  abort(): Promise<void>;
}

/** Makes a spool at `path`: sealed with a key that exists in memory only. */
export async function createSpool(path: string): Promise<Spool> {
  const key = newSealKey();
  const sealed = await createSealed(path, key);
  let open = true;
  return {
    write: (bytes) => sealed.write(bytes),
    async *pieces() {
      open = false;
      await sealed.close();
      const file = await openSealed(path, key);
      yield* file.chunks();
      await rm(path, { force: true });
    },
    abort: async () => {
      if (open) await sealed.abort();
      await rm(path, { force: true });
    },
  };
}
