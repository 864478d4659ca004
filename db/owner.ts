import { pathToFileURL } from "node:url";
import { createClient } from "@libsql/client";
import { isBusy } from "./client";

/** Gives the data folder back, so that another process may own it. */
export interface Ownership {
  release(): Promise<void>;
}

/**
 * Makes this process the one owner of a data folder, by holding an exclusive lock on a small second
 * database file. The operating system frees the lock when the process dies, also by kill -9.
 * @throws Error, for the person who starts it, when another process owns the folder
 */
export async function own(file: string): Promise<Ownership> {
  const client = createClient({ url: pathToFileURL(file).href, timeout: 0 });
  try {
    const held = await client.transaction("write");
    await held.execute("CREATE TABLE IF NOT EXISTS owner (pid integer NOT NULL)");
    await held.commit();
    await client.execute("PRAGMA locking_mode=EXCLUSIVE");
    const lock = await client.transaction("write");
    await lock.execute("DELETE FROM owner");
    await lock.execute({ sql: "INSERT INTO owner (pid) VALUES (?)", args: [process.pid] });
    await lock.commit();
  } catch (error) {
    client.close();
    if (!isBusy(error)) throw error;
    throw new Error(
      `Er draait al een Kroniek op deze gegevensmap (${file}). Stop die eerst, of geef een andere map met DATA_DIR.`,
      { cause: error },
    );
  }
  return {
    release: async () => {
      // Closing alone may leave the lock until memory is tidied; the next access in normal mode gives it up.
      await client.execute("PRAGMA locking_mode=NORMAL");
      await client.execute("SELECT count(*) FROM owner");
      client.close();
    },
  };
}
