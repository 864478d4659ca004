import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Functions } from "../rig";

const root = join(import.meta.dirname, "../../..");
const folder = join(process.env.KRONIEK_SHARED ?? join(root, "../shared"), "data/inngest-oracle");

/** Why the suite cannot run here, or `undefined`. */
export const missing = existsSync(join(folder, "trace.jsonl"))
  ? undefined
  : `no inngest-oracle in ${folder} (set KRONIEK_SHARED)`;

/** One call to a function with its answer: what a real server did, or what we saw. */
export interface TracedCall {
  fn: string;
  stepId: string;
  run: string;
  attempt: number;
  max_attempts: number;
  disable_immediate_execution: boolean;
  stack: { current: number; stack: string[] };
  event: Record<string, unknown>;
  steps: Record<string, unknown>;
  answer: { status: number; body: unknown };
}

export function recordedCalls(): TracedCall[] {
  const lines = readFileSync(join(folder, "trace.jsonl"), "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as TracedCall);
}

/** The recorded functions, copied to where Node finds our Inngest SDK. */
export async function oracleFunctions(): Promise<Functions> {
  const home = join(root, "node_modules/.cache/kroniek");
  mkdirSync(home, { recursive: true });
  const file = join(home, `oracle-${process.pid}.mjs`);
  copyFileSync(join(folder, "functions.mjs"), file);
  const { make } = (await import(pathToFileURL(file).href)) as { make: Functions };
  return make;
}

interface Sent {
  /** Seconds after the start */
  at: number;
  events: { name: string; data?: Record<string, unknown>; id?: string; ts?: number }[];
}

const WITH_THEIR_OWN_EVENTS = [
  ...[
    "sleep-until",
    "wait-matched",
    "trigger-if",
    "idempotency",
    "same-event-id",
    "concurrency-key",
    "cancel-on",
  ],
  ...["singleton-skip", "future-event", "no-steps", "leaf", "child", "child-fails", "cron"],
];

/** The events as the README of the recording tells them, with the same pauses where they matter. */
export function sentEvents(names: string[], start: number): Sent[] {
  const one = (
    name: string,
    data: Record<string, unknown> = {},
    more: { id?: string; ts?: number } = {},
  ) => ({
    name: `case/${name}`,
    data,
    ...more,
  });
  const plain = names.filter((name) => !WITH_THEIR_OWN_EVENTS.includes(name)).map((name) => one(name));
  return [
    { at: 0, events: plain },
    {
      at: 1,
      events: [
        one("no-steps", { v: "hello" }),
        one("sleep-until", { at: start + 21_000 }),
        one("wait-matched", { k: "A" }),
      ],
    },
    { at: 4, events: [one("go", { k: "B" })] },
    { at: 4.1, events: [one("go", { k: "A" })] },
    {
      at: 4.2,
      events: [one("trigger-if"), one("trigger-if", { go: false }), one("trigger-if", { go: true })],
    },
    { at: 4.3, events: [one("idempotency", { k: "x" })] },
    { at: 4.4, events: [one("idempotency", { k: "x" }), one("idempotency", { k: "y" })] },
    { at: 4.5, events: [one("same-event-id", { n: 1 }, { id: "dup-1" })] },
    { at: 4.6, events: [one("same-event-id", { n: 2 }, { id: "dup-1" })] },
    { at: 4.7, events: ["a", "a", "b"].map((k) => one("concurrency-key", { k })) },
    { at: 4.8, events: [one("singleton-skip", { k: "s" })] },
    { at: 5.3, events: [one("singleton-skip", { k: "s" })] },
    { at: 5.4, events: [one("cancel-on", { k: "q" }), one("cancel-on", { k: "r" })] },
    { at: 6.4, events: [one("cancel", { k: "q" })] },
    { at: 6.5, events: [one("future-event", {}, { id: "fut", ts: start + 11_500 })] },
  ];
}
