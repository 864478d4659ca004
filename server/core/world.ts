import type { Database, Tx } from "@/db/client";
import type { Clock } from "./clock";
import type { Env } from "./env";
import type { Keys } from "./keys";

/** An event for the background work: its name and small, impersonal data (ids and counts only). */
export interface OutgoingEvent {
  name: string;
  id?: string;
  data: Record<string, string | number | boolean | null>;
}

/** Everything one running product consists of. Made once at start (`server/start.ts`), or per test. */
export interface World {
  db: Database;
  clock: Clock;
  keys: Keys;
  env: Env;
  /** True when the database carries the demo mark */
  demo: boolean;
  /** Stores events in the caller's transaction, so that act, trace and follow-up stand or fall together */
  accept(tx: Tx, events: readonly OutgoingEvent[]): Promise<void>;
  /** Tells the engine after a commit that there may be work */
  wake(): void;
  /** Server log: a reference number and technical facts, nothing personal */
  log(message: string, facts?: Record<string, string | number>): void;
}
