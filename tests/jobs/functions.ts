import { NonRetriableError } from "inngest";
import type { World } from "@/server/core/world";
import { apiWith } from "../access/people";
import { type Functions, type Rig, startRig } from "../engine/rig";
import type { TestWorld } from "../world";

/** Stands in messages, results and event data, and must never reach the page. */
export const CANARY = "Kanarie-Verhoeven";

/** What the functions below did, and whether `fragile` may succeed. */
export interface Stage {
  did: string[];
  healed: boolean;
  /** Ends the step that `held` is at; absent until it is there */
  release?: () => void;
}

export function makeStage(): Stage {
  return { did: [], healed: false };
}

/** One function for each thing a run can be doing. */
export function functionsOn(stage: Stage): Functions {
  return (client) => [
    client.createFunction(
      { id: "quick", name: "Snelle taak", triggers: [{ event: "quick" }] },
      async ({ step }) => step.run({ id: "one", name: "Eerste stap" }, () => CANARY),
    ),
    client.createFunction(
      { id: "sleeper", name: "Slaper", triggers: [{ event: "sleeper" }] },
      async ({ step }) => {
        await step.sleep({ id: "night", name: "Een dag wachten" }, "24h");
        stage.did.push("woke");
      },
    ),
    client.createFunction(
      {
        id: "fragile",
        name: "Breekbaar",
        triggers: [{ event: "fragile" }],
        retries: 0,
        onFailure: async () => {
          stage.did.push("failed");
        },
      },
      async ({ event, step }) => {
        await step.run("kept", () => stage.did.push("kept"));
        await step.run({ id: "risky", name: "Wankele stap" }, () => {
          if (!stage.healed) throw new NonRetriableError(event.data.reason ?? `Duplicate key ${CANARY}`);
          stage.did.push("risky");
        });
      },
    ),
    client.createFunction(
      { id: "stubborn", name: "Koppig", triggers: [{ event: "stubborn" }], retries: 3 },
      async () => {
        throw new TypeError(`Cannot read ${CANARY}`);
      },
    ),
    client.createFunction(
      { id: "held", name: "Lange taak", triggers: [{ event: "held" }], concurrency: { limit: 1 } },
      async ({ step }) => {
        await step.run("hold", () => new Promise<void>((resolve) => (stage.release = resolve)));
        await step.run("after", () => stage.did.push("released"));
      },
    ),
    client.createFunction(
      { id: "alone", name: "Enige", triggers: [{ event: "alone" }], singleton: { mode: "skip" } },
      async ({ step }) => step.sleep("rest", "1h"),
    ),
    client.createFunction(
      {
        id: "closer",
        name: "Afsluiter",
        triggers: [{ event: "inngest/function.cancelled", if: "event.data.function_id == 'test-sleeper'" }],
      },
      async ({ event, step }) => {
        await step.run("close", () => stage.did.push(`closed ${event.data.event.name}`));
        await step.sleep("a while", "1h");
      },
    ),
    client.createFunction(
      { id: "daily", name: "Dagelijks", triggers: [{ cron: "TZ=Europe/Amsterdam 0 3 * * *" }] },
      async () => stage.did.push("daily"),
    ),
  ];
}

const names = new Map(
  Object.entries({
    quick: "Snelle taak",
    sleeper: "Slaper",
    fragile: "Breekbaar",
    stubborn: "Koppig",
    held: "Lange taak",
    alone: "Enige",
    closer: "Afsluiter",
    daily: "Dagelijks",
  }).map(([id, name]) => [`test-${id}`, name]),
);

/** An engine on this world that the room may ask to retry and cancel, and the API of someone with the task. */
export async function startJobs(world: TestWorld, stage: Stage) {
  const rig: Rig = await startRig({ ...world, functions: functionsOn(stage) });
  const { cancel, retry, wake } = rig.engine;
  const running: World = Object.assign(world, {
    background: { mode: "embedded" as const, names, cancel, retry },
    wake,
  });
  return {
    rig,
    api: await apiWith(running, { tasks: ["jobs.view", "organisation.manage"], reach: "everywhere" }),
  };
}

/** Waits for what another part of the process is about to do. */
export async function until(ready: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await ready())) await new Promise((resolve) => setTimeout(resolve, 5));
}
