import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import superjson from "superjson";
import { POST as callApi } from "@/app/api/trpc/[trpc]/route";
import { seedParties } from "@/db/seed/parties";
import { openTemporaryWorld, type TemporaryWorld } from "@/scripts/temporary-world";
import { TASKS, type TaskId } from "@/server/access/tasks";
import type { AppRouter } from "@/server/api/root";
import { PORTAL_COOKIE, SESSION_COOKIE } from "@/server/auth/cookie";
import {
  makeEmployee,
  makePlaces,
  signInPortal as openPortalSession,
  openSession,
} from "@/tests/access/people";
import { cookieOf, ORIGIN, OWN_HEADERS } from "@/tests/api/post";
import { sendTo } from "@/tests/mail/queued";
import { startMailServer } from "@/tests/mail/smtp-server";
import { startJobs } from "../export/jobs";
import { watchFiles } from "./files";

type Route = (request: Request) => Promise<Response>;

/** A running product whose every way out is caught: its log, mails, addresses, answers and files. */
export type Product = Awaited<ReturnType<typeof openProduct>>;

/** What the process says, also past the product's own log; until `stop` nothing of it is shown. */
function overhear(): { lines: string[]; stop(): void } {
  const lines: string[] = [];
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write);
  for (const stream of streams) {
    stream.write = (chunk: string | Uint8Array) => {
      lines.push(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString());
      return true;
    };
  }
  return {
    lines,
    stop: () => {
      for (const [at, stream] of streams.entries()) stream.write = writes[at] ?? stream.write;
    },
  };
}

/** Calls of a batch are answered together: those that were refused apart from those that were not. */
function sorted(status: number, text: string): { refused: string[]; given: string[] } {
  if (status === 200) return { refused: [], given: [text] };
  if (status !== 207) return { refused: [text], given: [] };
  const parts = (JSON.parse(text) as object[]).map((part) => [part, JSON.stringify(part)] as const);
  return {
    refused: parts.filter(([part]) => "error" in part).map(([, words]) => words),
    given: parts.filter(([part]) => !("error" in part)).map(([, words]) => words),
  };
}

/**
 * Opens the product in a folder of its own: real API handlers, real functions, a real mail server, and temporary files
 * in a folder that is looked at too. Someone who may do everything is signed in.
 */
export async function openProduct() {
  const folder = mkdtempSync(join(tmpdir(), "kroniek-privacy-"));
  const { TMPDIR } = process.env;
  process.env.TMPDIR = mkdtempSync(join(folder, "tmp-"));
  // What the loader of our own source puts aside there is none of the product's.
  process.env.TSX_DISABLE_CACHE = "1";
  const world: TemporaryWorld = await openTemporaryWorld({ dataDir: mkdtempSync(join(folder, "data-")) });
  // What is only there in a demo, such as mail that stays readable, is not what this is about.
  world.demo = false;
  await makePlaces(world);
  await seedParties(world);
  const mailServer = await startMailServer();
  sendTo(world, mailServer.port);
  const heard = overhear();
  const engine = await startJobs(world);
  const files = watchFiles(folder);
  const tasks = Object.keys(TASKS) as TaskId[];
  const employeeId = await makeEmployee(world, [{ tasks, reach: "everywhere" }]);
  const signIn = async () => cookieOf(world, await openSession(world, employeeId));
  const cookie = await signIn();
  const signInPortal = async () => {
    const session = await openPortalSession(world, [{ kind: "client", to: "own" }]);
    return (await cookieOf(world, session)).replace(SESSION_COOKIE, PORTAL_COOKIE);
  };
  const seen = {
    /** The address of every request */
    addresses: [] as string[],
    /** What was sent: shows that a canary was really offered */
    sent: [] as string[],
    refused: [] as string[],
    given: [] as string[],
  };

  /** Sends a request to a route of ours, as a page of ours does; a stranger's has no cookie. */
  async function send(route: Route, path: string, body: string | Buffer, more: Record<string, string> = {}) {
    const url = new URL(path, ORIGIN).href;
    seen.addresses.push(url);
    seen.sent.push(body.toString());
    const headers = { ...OWN_HEADERS, "content-length": String(Buffer.byteLength(body)), cookie, ...more };
    const init = { method: "POST", headers, body: Buffer.from(body), duplex: "half" };
    const response = await route(new Request(url, init as RequestInit));
    const bytes = Buffer.from(await response.arrayBuffer());
    const { refused, given } = sorted(response.status, bytes.toString());
    seen.refused.push(...refused);
    seen.given.push(...given);
    files.look();
    return { status: response.status, bytes, headers: response.headers };
  }

  /** The API by the very client our pages use. */
  const apiOf = (whose: string) =>
    createTRPCClient<AppRouter>({
      links: [
        httpBatchLink({
          url: `${ORIGIN}/api/trpc`,
          transformer: superjson,
          methodOverride: "POST",
          fetch: async (url, init) => {
            const text = String(init?.body ?? "");
            const { status, bytes, headers } = await send(callApi, String(url), text, { cookie: whose });
            return new Response(bytes, { status, headers });
          },
        }),
      ],
    });

  return {
    ...{ world, engine, mailServer, heard, files, seen, send, signIn, signInPortal },
    api: apiOf(cookie),
    stranger: apiOf(""),
    close: async () => {
      await engine.stop({ graceMs: 10_000 });
      await mailServer.stop();
      await world.close();
      files.stop();
      heard.stop();
      if (TMPDIR === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = TMPDIR;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
