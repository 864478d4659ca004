import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Building may come first, on a slow machine. */
const READY_WITHIN_MS = 15 * 60_000;
const STOPPED_WITHIN_MS = 30_000;

/** The product, started as people start it. */
export interface RunningServer {
  /** `http://localhost:<port>` */
  url: string;
  /** The last lines it wrote */
  told(): string;
  /** Asks it to stop, as Ctrl-C does, and waits until it has. */
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("No port could be had.");
  return address.port;
}

/** A folder for one server's data, and the way to remove it. */
export function temporaryData(): { dataDir: string; remove(): void } {
  const dataDir = mkdtempSync(join(tmpdir(), "kroniek-e2e-"));
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

function launch(
  { dataDir, clockOffsetMs = 0, demo = true, smtpUrl = "" }: Start,
  port: number,
): ChildProcess {
  return spawn(process.execPath, [join("scripts", "run.mjs"), "start"], {
    // A group of its own, so that what hangs can be ended whole.
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      // Empty counts as not given, whatever an `.env` says.
      ...{ PUBLIC_URL: "", TRUST_PROXY: "", INNGEST_BASE_URL: "", INNGEST_DEV: "", NODE_OPTIONS: "" },
      ...{ DATA_DIR: dataDir, PORT: String(port), HOST: "127.0.0.1", DEMO: demo ? "1" : "0" },
      ...{ CLOCK_OFFSET_MS: String(clockOffsetMs), SMTP_URL: smtpUrl },
    },
  });
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health`)).ok;
  } catch {
    // Nobody listens yet: that is what is being waited for.
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const inTime = await Promise.race([ended.then(() => true), wait(STOPPED_WITHIN_MS, false, { ref: false })]);
  if (inTime) return;
  process.kill(-child.pid, "SIGKILL");
  throw new Error("The server did not stop when asked.");
}

interface Start {
  dataDir: string;
  /** Moves its clock; only a demo-marked database allows that */
  clockOffsetMs?: number;
  /** False: an empty installation, as an organisation begins with */
  demo?: boolean;
  /** Where its mail goes; without it, into its data folder */
  smtpUrl?: string;
}

/**
 * Starts the product with a data folder, on a free port, by the command people use (which builds only when sources
 * changed), and waits until it is healthy.
 * @throws Error with the last lines it wrote when it ends or never gets ready
 */
export async function startServer(options: Start): Promise<RunningServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = launch(options, port);
  let told = "";
  const listen = (chunk: Buffer) => {
    told = (told + chunk.toString()).slice(-4_000);
  };
  child.stdout?.on("data", listen);
  child.stderr?.on("data", listen);
  const giveUpAt = performance.now() + READY_WITHIN_MS;
  while (!(await isHealthy(url))) {
    if (child.exitCode !== null) throw new Error(`The server ended before it was ready.\n${told}`);
    if (performance.now() > giveUpAt) {
      await stop(child);
      throw new Error(`The server did not get ready.\n${told}`);
    }
    await wait(200);
  }
  return { url, told: () => told, stop: () => stop(child) };
}
