import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { POST } from "@/app/api/uploads/documents/route";
import type { World } from "@/server/core/world";
import { cookieOf, ORIGIN, OWN_HEADERS } from "../api/post";

export const TYPE = "application/vnd.kroniek.upload";

/** An upload as our page makes it: a length, the fields as JSON, the file. */
export function framed(fields: unknown, file: Uint8Array): Buffer<ArrayBuffer> {
  const json = Buffer.from(typeof fields === "string" ? fields : JSON.stringify(fields));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([length, json, file]);
}

/** A body that comes in pieces of `size` bytes, and breaks after so many if asked. */
export function streamed(bytes: Buffer, size = 1_000, breaksAt = Number.POSITIVE_INFINITY) {
  let at = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        if (at >= breaksAt) return controller.error(new Error("connection reset"));
        if (at >= bytes.length) return controller.close();
        controller.enqueue(bytes.subarray(at, at + size));
        at += size;
      },
    },
    { highWaterMark: 0 },
  );
}

export interface Sent {
  status: number;
  body: { entryId?: string; error?: { message: string; reason: string | null; fields: { path: string }[] } };
  headers: Headers;
}

/** Sends a body to the route as the browser does, from our own page. */
export async function send(
  world: World,
  sessionId: string | undefined,
  body: ReadableStream<Uint8Array> | Buffer<ArrayBuffer>,
  headers: Record<string, string> = {},
  route: (request: Request) => Promise<Response> = POST,
): Promise<Sent> {
  const cookie = sessionId === undefined ? {} : { cookie: await cookieOf(world, sessionId) };
  const request = new Request(`${ORIGIN}/api/uploads/documents`, {
    method: "POST",
    headers: { ...OWN_HEADERS, "content-type": TYPE, ...cookie, ...headers },
    body,
    duplex: "half",
  } as RequestInit);
  const response = await route(request);
  return { status: response.status, body: await response.json(), headers: response.headers };
}

/** Names in the folder of stored files. */
export function stored(world: World): string[] {
  const folder = join(world.env.dataDir, "files");
  return existsSync(folder) ? readdirSync(folder) : [];
}
