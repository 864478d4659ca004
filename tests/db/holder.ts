import { spawn } from "node:child_process";
import { once } from "node:events";

/** Another process that holds the database file locked. */
export interface Holder {
  /** Resolves when the process has let go and ended */
  gone: Promise<void>;
  /** Ends the process as `kill -9` does */
  kill(): void;
}

const PROGRAM = `
const Database = require("libsql");
const { FILE, KEY, MODE, MS } = process.env;
const db = new Database(FILE, { ...(KEY && { encryptionKey: KEY }), timeout: 5000 });
db.exec("BEGIN " + MODE);
process.stdout.write("held");
setTimeout(() => { db.exec("COMMIT"); db.close(); }, Number(MS));
`;

/** Starts a process that takes the write lock and keeps it for a while; returns once it has the lock. */
export async function holdLock(
  db: { file: string; encryptionKey: string | undefined },
  { mode, ms }: { mode: "IMMEDIATE" | "EXCLUSIVE"; ms: number },
): Promise<Holder> {
  const child = spawn(process.execPath, ["-e", PROGRAM], {
    env: { ...process.env, FILE: db.file, KEY: db.encryptionKey ?? "", MODE: mode, MS: String(ms) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = once(child, "exit").then(() => undefined);
  const [said] = await Promise.race([once(child.stdout, "data"), gone.then(() => [undefined])]);
  if (said === undefined) throw new Error("The other process ended without having held the lock.");
  return { gone, kill: () => child.kill("SIGKILL") };
}
