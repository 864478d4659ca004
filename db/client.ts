import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type Client, type Config, createClient } from "@libsql/client";
import { drizzle, type LibSQLDatabase } from "drizzle-orm/libsql";
import { openLog } from "./log";
import { readsFor } from "./reads";
import { createWriteQueue } from "./write";

type Drizzle = LibSQLDatabase<Record<string, never>>;

/** A transaction on the write road, or the read-only connection: what queries run on. */
export type Tx = Parameters<Parameters<Drizzle["transaction"]>[0]>[0];
export type Reader = Pick<Drizzle, "select" | "selectDistinct" | "all" | "get" | "values" | "$count">;

/** The database of one process. Only this file knows that it is a local file. */
export interface Database {
  readonly file: string;
  readonly encryptionKey: string | undefined;
  /** Reads outside the write lock; refuses to write. */
  readonly read: Reader;
  write<T>(work: (tx: Tx) => Promise<T>, options?: { alone?: boolean }): Promise<T>;
  /** Called after each commit that stored something, before its results are given out. */
  onCommit(anchor: () => Promise<void>): void;
  /**
   * Empties the write-ahead log, so that nothing of what was overwritten or deleted is left in it.
   * @throws Error while a reader (an export's snapshot) still needs the log: the caller tries again later
   */
  emptyLog(): Promise<void>;
  close(): Promise<void>;
}

/** True when any error in the chain of causes is SQLite's BUSY: another connection holds the lock. */
export function isBusy(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string" && /^SQLITE_(BUSY|LOCKED)/.test(at.code)) return true;
  }
  return false;
}

function configOf(options: { file: string; encryptionKey?: string }): Config {
  return {
    url: pathToFileURL(options.file).href,
    ...(options.encryptionKey !== undefined && { encryptionKey: options.encryptionKey }),
    // A synchronous client waits inside SQLite with the event loop stopped, so it waits almost not at all.
    timeout: 5,
  };
}

/** One connection, also between transactions: its pages stay, and what is set on it holds. */
async function prepareWriter(client: Client): Promise<void> {
  // NORMAL: a commit does not wait for the disk itself; `log.ts` does, before anyone hears of it.
  await client.execute("PRAGMA synchronous=NORMAL");
  await client.execute("PRAGMA cache_size=-8000");
  // The log is copied in a thread (`log.ts`); by itself only where that has not worked for very long (1 GB).
  await client.execute("PRAGMA wal_autocheckpoint=256000");
}

/**
 * Opens an existing database file for reading only, also while another process owns it.
 * @throws Error when there is no such file, or the key does not fit
 */
export async function openReader(options: {
  file: string;
  encryptionKey?: string;
}): Promise<{ read: Reader; close(): void }> {
  if (!existsSync(options.file)) throw new Error(`There is no database at ${options.file}.`);
  const reader = await makeReader(configOf(options));
  return { read: drizzle(reader), close: () => reader.close() };
}

/** One connection: what is set on it must hold for every read, and reads are synchronous anyway. */
async function makeReader(config: Config): Promise<Client> {
  const reader = createClient({ ...config, concurrency: 1 });
  await reader.execute("PRAGMA cache_size=-16000");
  await reader.execute("PRAGMA query_only=1");
  return reader;
}

/**
 * Opens the database file, making it when absent. Migrations are a separate step (`db/migrate.ts`).
 * @param options.encryptionKey hex text; absent only in proofs that look for bytes on disk
 */
export async function openDatabase(options: { file: string; encryptionKey?: string }): Promise<Database> {
  const config = configOf(options);
  const writer = createClient({ ...config, concurrency: 1 });
  await writer.execute("PRAGMA journal_mode=WAL");
  await prepareWriter(writer);
  const reader = await makeReader(config);
  // A connection that has read keeps the log where it is, also while the writer is replaced.
  await reader.execute("SELECT count(*) FROM sqlite_schema");
  const log = await openLog({ file: options.file, encryptionKey: options.encryptionKey });

  const writing = drizzle(writer);
  let afterCommit: () => Promise<void> = async () => undefined;
  const reopen = async () => {
    await writer.reconnect();
    await prepareWriter(writer).catch((error: unknown) => {
      if (!isBusy(error)) throw error;
    });
  };
  const reads = readsFor({ writer, reader, isWriting: () => queue.isWriting(), isBusy });
  const queue = createWriteQueue<Tx>(
    {
      transaction: async (work) => {
        if (await reads.spoiled()) await reopen();
        await log.ready();
        return writing.transaction(work);
      },
      nested: (tx, work) => tx.transaction(work),
      reopen,
      isBusy,
    },
    async () => {
      await log.synced();
      await afterCommit();
    },
  );

  return {
    file: options.file,
    encryptionKey: options.encryptionKey,
    read: drizzle(reads.client),
    write: queue.write,
    onCommit: (anchor) => {
      afterCommit = anchor;
    },
    emptyLog: log.empty,
    close: async () => {
      await queue.close();
      await log.close();
      reader.close();
      await writer.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      writer.close();
    },
  };
}
