import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";

// What is wrong with a variable, after its name: read by the person who starts the product.
const PORT_WORDS = "moet een getal van 0 tot en met 65535 zijn";
const WHOLE_WORDS = "moet een geheel getal zijn";
const flag = z.enum(["0", "1"], "moet 0 of 1 zijn").optional();
const address = z.url("moet een volledig adres zijn, zoals https://dossier.example").optional();

const schema = z.object({
  DATA_DIR: z.string().min(1).default("./data"),
  PORT: z.coerce.number(PORT_WORDS).int(PORT_WORDS).min(0, PORT_WORDS).max(65535, PORT_WORDS).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DEMO: flag,
  CLOCK_OFFSET_MS: z.coerce.number(WHOLE_WORDS).int(WHOLE_WORDS).default(0),
  PUBLIC_URL: address,
  TRUST_PROXY: flag,
  NODE_ENV: z
    .enum(["development", "production", "test"], "moet development, production of test zijn")
    .default("production"),
  INNGEST_DEV: z.string().optional(),
  INNGEST_BASE_URL: address,
  INNGEST_SIGNING_KEY: z.string().optional(),
  INNGEST_EVENT_KEY: z.string().optional(),
  INNGEST_SERVE_ORIGIN: address,
  SMTP_URL: z.url("moet een adres zijn, zoals smtp://gebruiker:wachtwoord@mail.example:587").optional(),
  MAIL_FROM: z.string().max(200).optional(),
  CAREN_BASE_URL: address,
  CAREN_TOKEN: z.string().min(32, "moet minstens 32 tekens hebben").max(500).optional(),
});

/** A real Inngest server that runs the functions, and how it and Kroniek know each other. */
export interface InngestServer {
  /** Absent: Inngest Cloud */
  baseUrl?: string;
  signingKey: string;
  eventKey: string;
  /** Where that server reaches Kroniek, e.g. `http://kroniek:3000` */
  serveOrigin: string;
}

/** A Caren on another address. */
export interface CarenElsewhere {
  /** Without a slash at the end */
  baseUrl: string;
  token: string;
}

/** The server that takes outgoing mail. */
export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the first byte (`smtps://`); otherwise the connection is upgraded where the server offers it */
  secure: boolean;
  /** Without an upgrade nothing is sent: so where a password would travel */
  requireTls: boolean;
  auth: { user: string; pass: string } | undefined;
}

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
  /** `undefined`: the embedded engine runs the functions */
  inngest: InngestServer | undefined;
  /** `undefined`: mail lies in the data folder */
  smtp: SmtpServer | undefined;
  /** Whom mail comes from, e.g. `Kroniek <noreply@dossier.example>` */
  mailFrom: string;
  /** `token`: whoever has it may ask our own portal as a Caren; `elsewhere`: whom we ask, if not our own portal */
  caren: { token: string | undefined; elsewhere: CarenElsewhere | undefined };
}

/** Whether a name or address is this machine itself; an IPv6 address with or without its brackets. */
export function isLoopback(name: string): boolean {
  const host = name.replace(/^\[|\]$/g, "");
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

function readInngest(env: z.output<typeof schema>, publicUrl: string): InngestServer | undefined {
  const { INNGEST_BASE_URL: baseUrl, INNGEST_SIGNING_KEY: signingKey, INNGEST_EVENT_KEY: eventKey } = env;
  if (!baseUrl && !signingKey && !eventKey) return undefined;
  if (!signingKey || !eventKey) {
    const missing = [!signingKey && "INNGEST_SIGNING_KEY", !eventKey && "INNGEST_EVENT_KEY"].filter(Boolean);
    throw new Error(
      `Er is een echte Inngest-server ingesteld, maar ${missing.join(" en ")} ${missing.length > 1 ? "ontbreken" : "ontbreekt"}. Geef beide sleutels (en INNGEST_BASE_URL, behalve bij Inngest Cloud), of geen: dan doet Kroniek het achtergrondwerk zelf.`,
    );
  }
  if (!/^(signkey-\w+-)?([0-9a-f]{2})+$/i.test(signingKey)) {
    throw new Error(
      "INNGEST_SIGNING_KEY is geen hexadecimale tekst. Maak er een met `openssl rand -hex 32` en geef de Inngest-server dezelfde.",
    );
  }
  if (baseUrl && !/^https?:/.test(baseUrl)) {
    throw new Error("INNGEST_BASE_URL begint niet met http:// of https://.");
  }
  if (env.CLOCK_OFFSET_MS !== 0) {
    throw new Error(
      "CLOCK_OFFSET_MS gaat niet samen met een echte Inngest-server: die heeft een eigen klok.",
    );
  }
  const serveOrigin = env.INNGEST_SERVE_ORIGIN ?? publicUrl;
  return { ...(baseUrl && { baseUrl }), signingKey, eventKey, serveOrigin };
}

const SMTP_PORTS = { "smtp:": 587, "smtps:": 465 } as const;

function readSmtp(text: string | undefined): SmtpServer | undefined {
  if (text === undefined) return undefined;
  const { protocol, hostname, port, username, password, searchParams } = new URL(text);
  if ((protocol !== "smtp:" && protocol !== "smtps:") || hostname === "")
    throw new Error(
      "SMTP_URL begint niet met smtp:// of smtps://, zoals smtp://gebruiker:wachtwoord@mail.example:587.",
    );
  const host = hostname.replace(/^\[|\]$/g, "");
  const auth = username
    ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
    : undefined;
  const requireTls = searchParams.get("requireTLS") === "true" || (auth !== undefined && !isLoopback(host));
  const secure = protocol === "smtps:";
  return { host, port: port ? Number(port) : SMTP_PORTS[protocol], secure, requireTls, auth };
}

function readMailFrom(text: string | undefined, publicUrl: string): string {
  const from = text ?? `Kroniek <noreply@${new URL(publicUrl).hostname}>`;
  if (/[\r\n]/.test(from) || !/^(?:[^<>@]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(from))
    throw new Error(
      "MAIL_FROM is geen afzender. Schrijf noreply@dossier.example of Kroniek <noreply@dossier.example>.",
    );
  return from;
}

function readCaren({ CAREN_BASE_URL: address, CAREN_TOKEN: token }: z.output<typeof schema>): Env["caren"] {
  if (address === undefined) return { token, elsewhere: undefined };
  const { protocol, hostname } = new URL(address);
  if (protocol !== "https:" && !(protocol === "http:" && isLoopback(hostname)))
    throw new Error(
      "CAREN_BASE_URL begint niet met https://. Alleen op deze computer zelf mag het http:// zijn.",
    );
  if (token === undefined)
    throw new Error(
      "CAREN_BASE_URL is ingesteld, maar CAREN_TOKEN ontbreekt. Caren en Kroniek delen die sleutel.",
    );
  return { token, elsewhere: { baseUrl: address.replace(/\/+$/, ""), token } };
}

/**
 * Reads and checks the settings. An empty variable counts as not given.
 * @throws Error naming each wrong variable, for the person who starts the server
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new Error(`De instellingen kloppen niet. ${[...new Set(wrong)].join("; ")}.`);
  }
  const env = parsed.data;
  const production = env.NODE_ENV === "production";
  const publicUrl = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
  if (production && env.INNGEST_DEV !== undefined && env.INNGEST_DEV !== "0") {
    throw new Error(
      "INNGEST_DEV zet de controle van handtekeningen uit en mag niet in productie. Haal het weg.",
    );
  }
  return {
    dataDir: resolve(env.DATA_DIR),
    port: env.PORT,
    host: env.HOST,
    loopback: isLoopback(env.HOST),
    demo: env.DEMO === undefined ? undefined : env.DEMO === "1",
    clockOffsetMs: env.CLOCK_OFFSET_MS,
    publicUrl,
    production,
    trustProxy: env.TRUST_PROXY === "1",
    inngest: readInngest(env, publicUrl),
    smtp: readSmtp(env.SMTP_URL),
    mailFrom: readMailFrom(env.MAIL_FROM, publicUrl),
    caren: readCaren(env),
  };
}

/** What whoever starts Kroniek must still set for people elsewhere to use it, in words; `undefined`: nothing. */
export function addressWarning({ loopback, publicUrl, host, port }: Env): string | undefined {
  const { protocol, hostname } = new URL(publicUrl);
  if (loopback) return undefined;
  if (isLoopback(hostname))
    return `Let op: Kroniek luistert op ${host}, maar PUBLIC_URL is niet gezet. Alleen op http://localhost:${port} werkt het; elk ander adres wordt geweigerd. Zet PUBLIC_URL op het adres dat mensen intypen, zoals PUBLIC_URL=https://dossier.example, met een proxy met https ervoor.`;
  if (protocol === "https:") return undefined;
  return "Let op: inloggen werkt alleen over https of op localhost. Zet PUBLIC_URL op een https-adres, met een proxy met https ervoor.";
}
