import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import { makeWorld } from "../../world";
import { type Functions, makeRig } from "../rig";
import type { TracedCall } from "./oracle";
import { sentEvents } from "./oracle";

type Handler = (request: Request) => Promise<Response>;

/** Puts each call and its answer in `seen`, as the recording has them. */
function recorder(seen: TracedCall[], handler: Handler): Handler {
  return async (request) => {
    const url = new URL(request.url);
    const fnId = url.searchParams.get("fnId");
    if (request.method !== "POST" || !fnId) return handler(request);
    const { event, steps, ctx } = JSON.parse(await request.clone().text());
    const call = {
      fn: fnId.replace(/^oracle-/, ""),
      stepId: url.searchParams.get("stepId") ?? "",
      run: ctx.run_id,
      attempt: ctx.attempt,
      max_attempts: ctx.max_attempts,
      disable_immediate_execution: ctx.disable_immediate_execution,
      stack: { current: ctx.stack.current, stack: ctx.stack.stack ?? [] },
      event,
      steps,
    };
    const response = await handler(request);
    seen.push({
      ...call,
      answer: { status: response.status, body: JSON.parse(await response.clone().text()) },
    });
    return response;
  };
}

/** The recorded traffic against the embedded engine; its clock moves only when it has nothing left to do. */
export async function againstEngine(functions: Functions, checkpointing: boolean): Promise<TracedCall[]> {
  const seen: TracedCall[] = [];
  const world = await makeWorld({ keep: true });
  // One second past a whole minute, so that the cron ticks once, after all else is done.
  const { clock } = world;
  clock.set(Date.now() - (Date.now() % 60_000) + 61_000);
  const record = (request: Request, next: Handler) => recorder(seen, next)(request);
  const options = { db: world.db, clock, functions, appId: "oracle", checkpointing, watch: record };
  const rig = makeRig(options);
  await rig.engine.start();
  const start = clock.now();
  const names = rig.engine.state().functions.map((id) => id.replace(/^oracle-/, "").replace(/-failure$/, ""));
  const goTo = async (moment: number) => {
    while (clock.now() < moment) {
      clock.advance(Math.min(250, moment - clock.now()));
      rig.engine.wake();
      await rig.engine.settled();
    }
  };
  for (const { at, events } of sentEvents([...new Set(names)], start)) {
    await goTo(start + at * 1_000);
    await rig.client.send(events);
    await rig.engine.settled();
  }
  await goTo(start + 59_500);
  await rig.engine.stop({ graceMs: 5_000 });
  await world.close();
  return seen;
}

/** The same traffic against a real development server, in real time (about 70 seconds). */
export async function againstServer(baseUrl: string, functions: Functions): Promise<TracedCall[]> {
  const seen: TracedCall[] = [];
  const client = new Inngest({ id: "oracle", isDev: true, baseUrl, checkpointing: false, eventKey: "test" });
  const made = functions(client);
  const inner = serve({ client, functions: made });
  const handler = recorder(seen, async (request) => inner(request));
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const headers = new Headers(incoming.headers as Record<string, string>);
    const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
    const url = `http://${incoming.headers.host}${incoming.url}`;
    const response = await handler(
      new Request(url, { method: incoming.method ?? "GET", headers, ...(body && { body }) }),
    );
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(await response.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(ms, 0)));
  await fetch(`http://127.0.0.1:${port}/api/inngest`, { method: "PUT" });
  await wait(2_000);
  const start = Date.now();
  const names = made.map((fn) => fn.id());
  for (const { at, events } of sentEvents(names, start)) {
    await wait(start + at * 1_000 - Date.now());
    await client.send(events);
  }
  await wait(start + 65_000 - Date.now());
  await new Promise((resolve) => server.close(resolve));
  return seen;
}
