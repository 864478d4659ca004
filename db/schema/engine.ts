import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/**
 * Events accepted but not yet handed to functions: the outbox of every room. A row leaves when the engine has
 * started the runs it triggers (or when the real Inngest server has it).
 */
export const engineEvents = sqliteTable("engine_events", {
  seq: integer().primaryKey({ autoIncrement: true }),
  name: text().notNull(),
  /** What a function sees as `event`, as canonical JSON */
  body: text().notNull(),
  /** The sender chose the id: at most one run a function for it within a day */
  deduplicated: integer({ mode: "boolean" }).notNull(),
});

/** One execution of one function. Ended runs stay as history until they are pruned. */
export const engineRuns = sqliteTable(
  "engine_runs",
  {
    id: text().primaryKey(),
    functionId: text("function_id").notNull(),
    status: text().$type<"queued" | "running" | "completed" | "failed" | "cancelled">().notNull(),
    /** The triggering event, canonical JSON */
    event: text().notNull(),
    /** Value of the concurrency key, empty without one */
    lane: text().notNull(),
    singletonKey: text("singleton_key"),
    /** The run and step that invoked this run and wait for it */
    parentRun: text("parent_run"),
    parentStep: text("parent_step"),
    output: text(),
    /** `{name, message, stack}` as JSON */
    error: text(),
    createdAt: integer("created_at").notNull(),
    startedAt: integer("started_at"),
    endedAt: integer("ended_at"),
  },
  (t) => [
    index("engine_runs_function").on(t.functionId, t.status, t.createdAt),
    index("engine_runs_status").on(t.status, t.createdAt),
    index("engine_runs_ended").on(t.endedAt),
  ],
);

/** The memo of a run: what each finished step gave. `seq` is the order of completion. */
export const engineSteps = sqliteTable(
  "engine_steps",
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    runId: text("run_id")
      .notNull()
      .references(() => engineRuns.id, { onDelete: "cascade" }),
    /** SHA-1 of the id in the code */
    stepId: text("step_id").notNull(),
    name: text().notNull(),
    op: text().notNull(),
    /** Exactly what the function gets back: `{"data":…}`, `{"error":…}`, an event or `null`; canonical JSON */
    memo: text().notNull(),
    attempt: integer().notNull(),
    endedAt: integer("ended_at").notNull(),
    durationMs: integer("duration_ms"),
  },
  (t) => [uniqueIndex("engine_steps_run").on(t.runId, t.stepId)],
);

/**
 * What a run still has to do: a call to its function (`stepId` = `step`), a planned step, or something it waits
 * for. A run that has not ended has at least one job, and the last job that ends makes the next call.
 */
export const engineJobs = sqliteTable(
  "engine_jobs",
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    runId: text("run_id")
      .notNull()
      .references(() => engineRuns.id, { onDelete: "cascade" }),
    functionId: text("function_id").notNull(),
    lane: text().notNull(),
    stepId: text("step_id").notNull(),
    name: text().notNull(),
    kind: text().$type<"call" | "sleep" | "wait" | "invoke">().notNull(),
    /** `later`: at `dueAt` · `ready`: may be claimed · `leased`: being called; the lease ends at `dueAt` */
    state: text().$type<"later" | "ready" | "leased">().notNull(),
    dueAt: integer("due_at").notNull(),
    attempt: integer().notNull().default(0),
    /** Rises with each claim, so that the answer to a lost lease is known and dropped */
    fence: integer().notNull().default(0),
    /** How often the process stopped, or the lease ran out, while this job was being called */
    losses: integer().notNull().default(0),
    /** Found in parallel with others: the function may only plan its next steps, not run one at once */
    planOnly: integer("plan_only", { mode: "boolean" }).notNull().default(false),
    waitEvent: text("wait_event"),
    waitIf: text("wait_if"),
    /** Why the last attempt failed, for people */
    lastError: text("last_error"),
  },
  (t) => [
    uniqueIndex("engine_jobs_run").on(t.runId, t.stepId),
    index("engine_jobs_ready").on(t.state, t.functionId, t.dueAt, t.seq, t.lane),
    index("engine_jobs_due").on(t.state, t.dueAt),
    index("engine_jobs_wait").on(t.waitEvent).where(sql`wait_event IS NOT NULL`),
  ],
);

/** When each cron trigger is due next. */
export const engineCrons = sqliteTable(
  "engine_crons",
  {
    functionId: text("function_id").notNull(),
    expression: text().notNull(),
    nextAt: integer("next_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.functionId, t.expression] })],
);

/** Keys for which a function has run: event ids and idempotency keys, kept for a day. */
export const engineOnce = sqliteTable(
  "engine_once",
  {
    functionId: text("function_id").notNull(),
    key: text().notNull(),
    expiresAt: integer("expires_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.functionId, t.key] }), index("engine_once_expires").on(t.expiresAt)],
);
