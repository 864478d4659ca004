import { z } from "zod";
import { tickAfter } from "./cron";
import { compile } from "./expression";

/** A function as the engine runs it. */
export interface EngineFunction {
  /** `<app>-<function>` */
  id: string;
  name: string;
  triggers: { event: string; if?: string }[];
  crons: string[];
  /** Attempts a job gets in all: retries + 1 */
  maxAttempts: number;
  /** At most so many calls at once, for all runs or for runs with one value of the key */
  concurrency: { limit: number; key?: string }[];
  idempotency?: string;
  singleton?: { key?: string };
  cancelOn: { event: string; if?: string }[];
}

/** All functions of this release, and who listens to what. */
export interface Registry {
  functions: ReadonlyMap<string, EngineFunction>;
  triggeredBy(event: string): { fn: EngineFunction; if?: string }[];
  cancelledBy(event: string): { fn: EngineFunction; if?: string }[];
}

const condition = z.string().min(1).optional();
const eventName = z.string().regex(/^[^*]+$/, "a wildcard names no event here");

/** Every member that is not named here is refused by its name: an option must never be ignored in silence. */
const wireFunction = z.strictObject({
  id: z.string(),
  name: z.string(),
  triggers: z.array(
    z.union([
      z.strictObject({ event: eventName, expression: condition }),
      z.strictObject({ cron: z.string() }),
    ]),
  ),
  steps: z.strictObject({
    step: z.strictObject({
      id: z.string(),
      name: z.string(),
      runtime: z.object({ type: z.literal("http") }),
      retries: z.strictObject({ attempts: z.number().int().min(0).max(20).optional() }).optional(),
    }),
  }),
  idempotency: condition,
  singleton: z.strictObject({ key: condition, mode: z.literal("skip") }).optional(),
  cancel: z.array(z.strictObject({ event: eventName, if: condition })).optional(),
  concurrency: z
    .union([z.number(), wireConcurrency(), z.array(wireConcurrency()).min(1).max(2)])
    .transform((value) => (typeof value === "number" ? [{ limit: value }] : [value].flat()))
    .pipe(z.array(z.object({ limit: z.number().int().min(1), key: condition })))
    .optional(),
});

function wireConcurrency() {
  return z.strictObject({ limit: z.number(), key: condition, scope: z.literal("fn").optional() });
}

const DEFAULT_RETRIES = 4;

function refuse(id: unknown, problems: string[]): never {
  throw new Error(
    `The function "${String(id)}" asks for something the embedded engine does not do: ${problems.join("; ")}. ` +
      "Remove it, or run with a real Inngest server (INNGEST_BASE_URL).",
  );
}

function problemsOf(error: z.ZodError): string[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.join(".");
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => [path, key].filter(Boolean).join("."));
    if (issue.code === "invalid_union") {
      const inner = issue.errors.flat().filter((cause) => cause.code === "unrecognized_keys");
      const keys = inner.flatMap((cause) => (cause.code === "unrecognized_keys" ? cause.keys : []));
      return [keys.length > 0 ? `${path}.${[...new Set(keys)].join("/")}` : path];
    }
    return [`${path} (${issue.message})`];
  });
}

/**
 * Reads one function's configuration as the SDK registers it.
 * @throws Error that names each option or expression the engine cannot honour
 */
export function readFunction(config: unknown): EngineFunction {
  const parsed = wireFunction.safeParse(config);
  const id = z.object({ id: z.string() }).safeParse(config).data?.id;
  if (!parsed.success) return refuse(id, problemsOf(parsed.error));
  const wire = parsed.data;
  const fn: EngineFunction = {
    id: wire.id,
    name: wire.name,
    triggers: wire.triggers.flatMap((trigger) =>
      "event" in trigger
        ? [{ event: trigger.event, ...(trigger.expression && { if: trigger.expression }) }]
        : [],
    ),
    crons: wire.triggers.flatMap((trigger) => ("cron" in trigger ? [trigger.cron] : [])),
    maxAttempts: (wire.steps.step.retries?.attempts ?? DEFAULT_RETRIES) + 1,
    concurrency: (wire.concurrency ?? []).map(({ limit, key }) => ({ limit, ...(key && { key }) })),
    ...(wire.idempotency && { idempotency: wire.idempotency }),
    ...(wire.singleton && { singleton: wire.singleton.key ? { key: wire.singleton.key } : {} }),
    cancelOn: (wire.cancel ?? []).map(({ event, if: when }) => ({ event, ...(when && { if: when }) })),
  };
  checkExpressions(fn);
  return fn;
}

function checkExpressions(fn: EngineFunction): void {
  if (fn.concurrency.filter((limit) => limit.key).length > 1) refuse(fn.id, ["two keyed concurrency limits"]);
  const conditions = [...fn.triggers, ...fn.cancelOn].map((listener) => listener.if);
  const keys = [fn.idempotency, fn.singleton?.key, ...fn.concurrency.map((limit) => limit.key)];
  const wrong: string[] = [];
  const tried = (text: string, attempt: () => unknown) => {
    try {
      attempt();
    } catch (error) {
      wrong.push(`"${text}" (${error instanceof Error ? error.message.split("\n")[0] : String(error)})`);
    }
  };
  for (const text of [...conditions, ...keys]) if (text !== undefined) tried(text, () => compile(text));
  for (const text of fn.crons) tried(text, () => tickAfter(text, 0));
  if (wrong.length > 0) refuse(fn.id, wrong);
}

/** Reads all functions; throws as `readFunction` does. */
export function readFunctions(configs: readonly unknown[]): Registry {
  const functions = new Map(configs.map(readFunction).map((fn) => [fn.id, fn]));
  const index = (listeners: (fn: EngineFunction) => { event: string; if?: string }[]) => {
    const byEvent = new Map<string, { fn: EngineFunction; if?: string }[]>();
    for (const fn of functions.values()) {
      for (const { event, ...rest } of listeners(fn)) {
        byEvent.set(event, [...(byEvent.get(event) ?? []), { fn, ...rest }]);
      }
    }
    return (event: string) => byEvent.get(event) ?? [];
  };
  return {
    functions,
    triggeredBy: index((fn) => fn.triggers),
    cancelledBy: index((fn) => fn.cancelOn),
  };
}
