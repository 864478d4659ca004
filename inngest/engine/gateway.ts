import { createHash } from "node:crypto";
import { z } from "zod";
import type { Database } from "@/db/client";
import type { Clock } from "@/server/core/clock";
import { sameSecret } from "./canonical";
import { acceptEvents, EventRefused } from "./events";
import { savedStep } from "./interpret";
import { operation } from "./protocol";
import { checkpoint } from "./settle";

export interface GatewayParts {
  write: Database["write"];
  clock: Clock;
  signingKey: string;
  eventKey: string;
  /** Epoch milliseconds until which a call that is still working holds its lease; `undefined`: it must stop */
  leaseUntil(): number | undefined;
  wake(): void;
}

type Post = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

const checkpointBody = z.looseObject({ qi_id: z.string(), steps: z.array(operation) });

/** The bearer token the SDK makes of a signing key: its prefix and the hash of its bytes. */
function bearerOf(signingKey: string): string {
  const prefix = /^signkey-\w+-/.exec(signingKey)?.[0] ?? "";
  const secret = Buffer.from(signingKey.slice(prefix.length), "hex");
  return `Bearer ${prefix}${createHash("sha256").update(secret).digest("hex")}`;
}

function json(status: number, body: unknown): Response {
  return Response.json(body, { status });
}

/**
 * The server as the SDK sees it, for `new Inngest({ fetch })`: it takes events and checkpoints, in process; nothing
 * here is reachable over the network.
 */
export function createGateway(parts: GatewayParts): Post {
  const bearer = bearerOf(parts.signingKey);

  async function takeEvents(key: string, text: string, headers: Headers): Promise<Response> {
    if (!sameSecret(key, parts.eventKey)) return json(401, { status: 401, error: "Unknown event key" });
    const stamp = Number(headers.get("x-inngest-event-id-seed")?.split(",")[0]);
    // The SDK stamps an event without a time with the machine's clock; the engine's own clock may differ (tests).
    const events = [JSON.parse(text)]
      .flat()
      .map((event) => (event.ts === stamp ? { ...event, ts: undefined } : event));
    const now = parts.clock.now();
    try {
      const ids = await parts.write((tx) => acceptEvents(tx, events, now));
      parts.wake();
      return json(200, { ids, status: 200 });
    } catch (error) {
      if (error instanceof EventRefused) return json(400, { status: 400, error: error.message });
      throw error;
    }
  }

  async function takeCheckpoint(text: string, headers: Headers): Promise<Response> {
    if (!sameSecret(headers.get("authorization") ?? "", bearer))
      return json(401, { error: "Unknown signing key" });
    const body = checkpointBody.safeParse(JSON.parse(text));
    if (!body.success || body.data.steps.some((step) => step.op !== "StepRun")) {
      return json(400, { error: "Only finished steps can be kept" });
    }
    const steps = body.data.steps.map(savedStep);
    const now = parts.clock.now();
    const goOn = await parts.write((tx) => checkpoint(tx, body.data.qi_id, steps, parts.leaseUntil(), now));
    return goOn ? json(200, {}) : json(409, { error: "This call must stop: another one goes on" });
  }

  return async (input, init) => {
    const request = new Request(input, init);
    const [, root = "", ...rest] = new URL(request.url).pathname.split("/");
    const text = await request.text();
    if (request.method === "POST" && root === "e") return takeEvents(rest[0] ?? "", text, request.headers);
    if (request.method === "POST" && root === "v1" && rest[0] === "checkpoint" && rest[2] === "async") {
      return takeCheckpoint(text, request.headers);
    }
    return json(501, { error: `The embedded engine has no ${request.method} /${[root, ...rest].join("/")}` });
  };
}
