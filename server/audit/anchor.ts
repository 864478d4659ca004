import { createHmac, timingSafeEqual } from "node:crypto";
import { closeSync, existsSync, fdatasync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import type { Head } from "./chain";

const SLOT = 192;
/** Beside the thread that serves pages: every act waits for it. */
const syncData = promisify(fdatasync);

/** The head of the log, kept outside the database: cutting the log's tail leaves the anchor ahead of it. */
export interface Anchor {
  /** The newest anchored head, or `undefined` when there is none yet or neither slot is whole */
  read(): Head | undefined;
  /** Writes and syncs the head; resolves once it is on disk */
  write(head: Head): Promise<void>;
  close(): void;
}

/**
 * Opens the anchor file: two slots written in turn, each with its own HMAC, so that a crash in the middle
 * of a write leaves the other whole.
 */
export function openAnchor(file: string, key: Buffer): Anchor {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const handle = openSync(file, existsSync(file) ? "r+" : "w+", 0o600);
  // The first write goes over the older slot: torn, it leaves the newest head that was there.
  const [first, second] = slotsOf(file, key);
  let turn = (first?.sequence ?? -1) >= (second?.sequence ?? -1) ? 0 : 1;
  const seal = (text: string) => createHmac("sha256", key).update("anchor\n").update(text).digest("hex");
  return {
    read: () => readAnchor(file, key),
    write: async (head) => {
      const text = `${head.sequence} ${head.hash}`;
      const slot = Buffer.alloc(SLOT, " ");
      slot.write(`${text} ${seal(text)}\n`);
      const next = 1 - turn;
      writeSync(handle, slot, 0, SLOT, next * SLOT);
      await syncData(handle);
      // Not before: the write after a refused one must not go over the last that is on disk.
      turn = next;
    },
    close: () => closeSync(handle),
  };
}

/** The heads of both slots; `undefined` for one that is empty, torn or not made with this key. */
function slotsOf(file: string, key: Buffer): (Head | undefined)[] {
  const bytes = readFileSync(file);
  return [0, 1].map((index) => {
    const line = bytes
      .subarray(index * SLOT, (index + 1) * SLOT)
      .toString("latin1")
      .trim();
    const [sequence, hash, mac] = line.split(" ");
    if (!sequence || hash === undefined || !mac) return undefined;
    const expected = createHmac("sha256", key).update("anchor\n").update(`${sequence} ${hash}`).digest();
    const given = Buffer.from(mac, "hex");
    const whole = given.length === expected.length && timingSafeEqual(given, expected);
    return whole ? { sequence: Number(sequence), hash } : undefined;
  });
}

/** Reads an anchor file without opening it for writing, for the offline check. */
export function readAnchor(file: string, key: Buffer): Head | undefined {
  if (!existsSync(file)) return undefined;
  return slotsOf(file, key)
    .filter((head) => head !== undefined)
    .sort((a, b) => b.sequence - a.sequence)[0];
}
