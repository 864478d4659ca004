import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";

const flag = z.enum(["0", "1"]).optional();

const schema = z.object({
  DATA_DIR: z.string().min(1).default("./data"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DEMO: flag,
  CLOCK_OFFSET_MS: z.coerce.number().int().default(0),
  PUBLIC_URL: z.url().optional(),
  TRUST_PROXY: flag,
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  INNGEST_DEV: z.string().optional(),
  INNGEST_BASE_URL: z.url().optional(),
  INNGEST_SIGNING_KEY: z.string().optional(),
  INNGEST_EVENT_KEY: z.string().optional(),
});

/** The settings of one process, checked once. Units are in the names; folders are absolute. */
export interface Env {
  dataDir: string;
  port: number;
  host: string;
  loopback: boolean;
  /** `undefined`: not said, so the demo is made on loopback only */
  demo: boolean | undefined;
  clockOffsetMs: number;
  /** The address people type, e.g. `https://dossier.example`; guards compare origins with it */
  publicUrl: string;
  production: boolean;
  /** Whether a proxy in front says who is calling (`X-Forwarded-For`); otherwise the socket does */
  trustProxy: boolean;
  inngest: { baseUrl?: string; signingKey?: string; eventKey?: string };
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

/**
 * Reads and checks the settings. An empty variable counts as not given.
 * @throws Error naming each wrong variable, for the person who starts the server
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The settings are not right. ${wrong.join("; ")}`);
  }
  const env = parsed.data;
  const production = env.NODE_ENV === "production";
  if (production && env.INNGEST_DEV !== undefined && env.INNGEST_DEV !== "0") {
    throw new Error("INNGEST_DEV switches signature checks off and is refused in production. Remove it.");
  }
  return {
    dataDir: resolve(env.DATA_DIR),
    port: env.PORT,
    host: env.HOST,
    loopback: isLoopback(env.HOST),
    demo: env.DEMO === undefined ? undefined : env.DEMO === "1",
    clockOffsetMs: env.CLOCK_OFFSET_MS,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    production,
    trustProxy: env.TRUST_PROXY === "1",
    inngest: {
      ...(env.INNGEST_BASE_URL && { baseUrl: env.INNGEST_BASE_URL }),
      ...(env.INNGEST_SIGNING_KEY && { signingKey: env.INNGEST_SIGNING_KEY }),
      ...(env.INNGEST_EVENT_KEY && { eventKey: env.INNGEST_EVENT_KEY }),
    },
  };
}
