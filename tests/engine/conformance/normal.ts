import type { TracedCall } from "./oracle";

const ULID = /^[0-9A-HJKMNP-TV-Z]{26}(?=$|\.)/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=$|\.)/;

/** A value without what may differ between two servers: ids they make, times, stacks, the tail of long texts. */
export function normal(value: unknown, name = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => normal(item));
  if (typeof value === "string") {
    if (name === "stack") return "(stack)";
    if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return "(date)";
    if (value.length > 200) return `${value.slice(0, 60)}… (${value.length} characters)`;
    return value.replace(ULID, "(id)").replace(UUID, "(id)");
  }
  if (typeof value === "number") return value > 1_500_000_000_000 ? "(time)" : value;
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([key]) => key !== "timing");
  if (name === "_inngest" && "fn_id" in value) {
    // An invocation: the real server adds ids of its own and tracing, which no function of ours reads.
    return Object.fromEntries(
      members
        .filter(([key]) => ["fn_id", "name", "expire", "correlation_id"].includes(key))
        .map(([key, item]) => [key, normal(item)]),
    );
  }
  return Object.fromEntries(members.sort().map(([key, item]) => [key, normal(item, key)]));
}

/** The calls of each run, by function. Parallel steps may be called and end in any order; all else keeps its order. */
export function runsByFunction(calls: readonly TracedCall[]): Map<string, unknown[]> {
  const runs = new Map<string, TracedCall[]>();
  for (const call of calls) runs.set(call.run, [...(runs.get(call.run) ?? []), call]);
  const byFunction = new Map<string, string[]>();
  for (const own of runs.values()) {
    const parallel =
      own.some((call) => call.stepId !== "step") || own.some((call) => call.disable_immediate_execution);
    const plain = withoutSiblings(own).map((call) => normalCall(call, parallel));
    const name = own[0]?.fn ?? "";
    byFunction.set(name, [...(byFunction.get(name) ?? []), JSON.stringify(sortPlanned(plain))]);
  }
  return new Map(
    [...byFunction].map(([name, texts]) => [name, texts.sort().map((text) => JSON.parse(text))]),
  );
}

/** A planned step may or may not see the result of one planned beside it: that depends on which ends first. */
function withoutSiblings(calls: TracedCall[]): TracedCall[] {
  let siblings: string[] = [];
  return calls.map((call) => {
    const ops = call.answer.status === 206 ? (call.answer.body as { op: string; id: string }[]) : [];
    if (call.stepId === "step") {
      siblings = ops.filter((op) => op.op === "StepPlanned").map((op) => op.id);
      return call;
    }
    const stack = call.stack.stack.filter((id) => !siblings.includes(id));
    const steps = Object.entries(call.steps).filter(([id]) => !siblings.includes(id));
    return { ...call, stack: { current: stack.length, stack }, steps: Object.fromEntries(steps) };
  });
}

interface NormalCall {
  stepId: string;
}

function normalCall(call: TracedCall, parallel: boolean): NormalCall {
  const { fn, stepId, attempt, max_attempts, disable_immediate_execution, stack, event, steps, answer } =
    call;
  const order = parallel ? [...stack.stack].sort() : stack.stack;
  const body = { status: answer.status, body: normal(answer.body) };
  const memo = {
    stack: { current: stack.current, stack: order },
    steps: normal(steps),
    event: normal(event),
  };
  return {
    fn,
    stepId,
    attempt,
    max_attempts,
    disable_immediate_execution,
    ...memo,
    answer: body,
  } as NormalCall;
}

function sortPlanned(calls: NormalCall[]): NormalCall[] {
  const sorted: NormalCall[] = [];
  let group: NormalCall[] = [];
  const flush = () => {
    sorted.push(...group.sort((a, b) => (a.stepId < b.stepId ? -1 : 1)));
    group = [];
  };
  for (const call of calls) {
    if (call.stepId !== "step") {
      group.push(call);
      continue;
    }
    flush();
    sorted.push(call);
  }
  flush();
  return sorted;
}
