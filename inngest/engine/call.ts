import { z } from "zod";
import { canonicalJson, signature } from "./canonical";
import type { EngineFunction } from "./functions";
import { type Answer, type Call, refusal, tokenOf } from "./protocol";

/** Reaches the `serve()` handler: in process, or over HTTP to a route of the same process. */
export type Reach = (request: Request) => Promise<Response>;

export interface Line {
  reach: Reach;
  /** Address of the handler; in process only its form matters */
  url: string;
  signingKey: string;
}

/** So often may the process stop in the middle of one step before the step is held to be the cause. */
const MOST_LOSSES = 5;

/**
 * The body of a call, canonical. The memo is inserted as it is stored, not parsed again. `fn_id` and `qi_id` let
 * the SDK report each finished step at once and go on within the same call (checkpointing), when the client allows it.
 */
export function callBody(call: Call, maxAttempts: number): string {
  const ctx = canonicalJson({
    attempt: call.attempt,
    disable_immediate_execution: call.planOnly,
    fn_id: call.functionId,
    max_attempts: maxAttempts,
    qi_id: tokenOf(call),
    run_id: call.runId,
    stack: { current: call.memo.size, stack: [...call.memo.keys()] },
    use_api: false,
  });
  const steps = [...call.memo].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, memo]) => `"${id}":${memo}`);
  return (
    `{"ctx":${ctx},"event":${call.event},"events":[${call.event}],` +
    `"steps":{${steps.join(",")}},"use_api":false,"version":-1}`
  );
}

async function send(line: Line, method: "POST" | "PUT", query: string, body: string): Promise<Response> {
  const url = new URL(`${line.url}${query}`);
  const headers: Record<string, string> = {
    "content-type": "application/json",
    host: url.host,
    "x-inngest-signature": signature(body, line.signingKey),
  };
  if (method === "PUT") headers["x-inngest-sync-kind"] = "in_band";
  return line.reach(new Request(url, { method, body, headers }));
}

/**
 * Calls a function once. Never throws: whatever goes wrong is an answer too, so that it is tried again.
 */
export async function ask(line: Line, call: Call, fn: EngineFunction | undefined): Promise<Answer> {
  if (!fn) return refusal(`The function "${call.functionId}" is not part of this release.`);
  if (call.losses >= MOST_LOSSES)
    return refusal(`The process stopped ${call.losses} times in the middle of this step.`);
  try {
    const query = `?${new URLSearchParams({ fnId: call.functionId, stepId: call.stepId })}`;
    const response = await send(line, "POST", query, callBody(call, fn.maxAttempts));
    const retryAfter = response.headers.get("retry-after");
    return {
      status: response.status,
      noRetry: response.headers.get("x-inngest-no-retry") === "true",
      ...(retryAfter !== null && { retryAfter }),
      body: JSON.parse(await response.text()),
    };
  } catch (error) {
    const message = `The function could not be called: ${error instanceof Error ? error.message : String(error)}`;
    return { status: 0, noRetry: false, body: { name: "Error", message } };
  }
}

const inBand = z.looseObject({ functions: z.array(z.unknown()) });

/**
 * Asks the handler which functions it serves, by a signed in-band sync.
 * @returns their configurations as registered with a real server
 * @throws Error when the handler refuses, for example because the signing keys differ
 */
export async function askFunctions(line: Line): Promise<unknown[]> {
  const response = await send(line, "PUT", "", canonicalJson({ url: line.url }));
  const text = await response.text();
  if (response.status !== 200)
    throw new Error(`The functions could not be registered: ${response.status} ${text}`);
  return inBand.parse(JSON.parse(text)).functions;
}
