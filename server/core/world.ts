import type { Database, Tx } from "@/db/client";
import type { Clock } from "./clock";
import type { Env } from "./env";
import { DomainError } from "./errors";
import type { Keys } from "./keys";

/** An event for the background work: its name and small, impersonal data (ids and counts only). */
export interface OutgoingEvent {
  name: string;
  id?: string;
  data: Record<string, string | number | boolean | null>;
}

/** Who runs the background work, and what can be asked of it here. */
export type Background =
  | {
      mode: "embedded";
      /** Dutch names of the functions of this release, by the id their runs bear */
      names: ReadonlyMap<string, string>;
      /** Ends a run that is not done; false when it had ended. In the caller's transaction. */
      cancel(tx: Tx, runId: string): Promise<boolean>;
      /** Opens a failed or cancelled run again; false when it is neither, or runs anew already. */
      retry(tx: Tx, runId: string): Promise<boolean>;
    }
  /** A real Inngest server has the runs; `address` is where people see them */
  | { mode: "server"; address: string };

/** Everything one running product consists of. Made once at start (`server/start.ts`), or per test. */
export interface World {
  db: Database;
  clock: Clock;
  /** When this process began to work (epoch ms): what waited while nothing ran has not waited in vain */
  startedAt: number;
  keys: Keys;
  env: Env;
  /** True when the database carries the demo mark */
  demo: boolean;
  /** Stores events in the caller's transaction, so that act, trace and follow-up stand or fall together */
  accept(tx: Tx, events: readonly OutgoingEvent[]): Promise<void>;
  /** Tells the engine after a commit that there may be work */
  wake(): void;
  /** Absent while nothing runs background work: commands, most tests */
  background?: Background;
  /** Server log: a reference number and technical facts, nothing personal */
  log(message: string, facts?: Record<string, string | number>): void;
}

/** Whether this process is ready to serve, and if not, why. */
export type Health = { status: "ok" } | { status: "starting" | "stopping" | "failing"; reason: string };

/** What runs the background work: its health, and the way to stop it. */
export interface RunningEngine {
  health(): Health;
  stop(): Promise<void>;
}

interface Running {
  world?: World;
  health: () => Health;
}

const HOME = Symbol.for("kroniek/running");

/** Next bundles a module more than once; what runs is one a process. */
function home(): Running {
  const store = globalThis as typeof globalThis & { [HOME]?: Running };
  store[HOME] ??= { health: () => ({ status: "starting", reason: "Kroniek is starting." }) };
  return store[HOME];
}

/** Makes a world the one that requests and jobs find. Called once, at start. */
export function setRunning(running: Partial<Running>): void {
  Object.assign(home(), running);
}

/** The running product. @throws DomainError `database-failed` while it has not started */
export function getWorld(): World {
  const { world } = home();
  if (!world) throw new DomainError("database-failed");
  return world;
}

/** What `/api/health` answers. */
export function healthOf(): Health {
  return home().health();
}
