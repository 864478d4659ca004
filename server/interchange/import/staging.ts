import { randomBytes } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";

const NAME = /^import-[0-9a-f]{12}\.tmp/;

/**
 * Where the resources of a run wait, by name, until they are placed: an encrypted file whose key exists only in this
 * process, so that an import of any size fits and nothing of it can be read from disk. Not for sharing: one process
 * owns the data folder, and what a killed import left is removed here.
 */
export class Staging {
  readonly #path: string;
  readonly #database: InstanceType<typeof Database>;
  readonly #put: { run(name: string, json: string): unknown };
  readonly #get: { get(name: string): unknown };

  constructor(dataDir: string) {
    for (const name of readdirSync(dataDir)) if (NAME.test(name)) rmSync(join(dataDir, name));
    this.#path = join(dataDir, `import-${randomBytes(6).toString("hex")}.tmp`);
    this.#database = new Database(this.#path, {
      encryptionKey: randomBytes(32).toString("hex"),
    } as ConstructorParameters<typeof Database>[1]);
    this.#database.exec("PRAGMA journal_mode=OFF");
    this.#database.exec("PRAGMA synchronous=OFF");
    this.#database.exec("PRAGMA cache_size=-32000");
    this.#database.exec("CREATE TABLE staged (name text PRIMARY KEY, json text NOT NULL) WITHOUT ROWID");
    // Never committed: nobody else reads it, and it is gone at the end.
    this.#database.exec("BEGIN");
    this.#put = this.#database.prepare("INSERT OR REPLACE INTO staged (name, json) VALUES (?, ?)");
    this.#get = this.#database.prepare("SELECT json FROM staged WHERE name = ?");
  }

  put(name: string, json: string): void {
    this.#put.run(name, json);
  }

  /** @throws Error when nothing was put under this name */
  get(name: string): string {
    const row = this.#get.get(name) as { json: string } | undefined;
    if (row === undefined) throw new Error("A resource of this run was never staged.");
    return row.json;
  }

  close(): void {
    this.#database.close();
    for (const end of ["", "-journal", "-wal", "-shm"]) rmSync(`${this.#path}${end}`, { force: true });
  }
}
