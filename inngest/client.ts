import { Inngest, type Logger } from "inngest";

/** Functions are known to Inngest as `kroniek-<function id>`. */
export const appId = "kroniek";

/** How the client reaches a server: the engine in this process, or a real Inngest server (self-hosted or cloud). */
export type Wiring = {
  signingKey: string;
  eventKey: string;
  /** Technical messages of the SDK; of an error only its kind, since messages may hold personal data */
  log(message: string, facts: Record<string, string>): void;
} & (
  | { mode: "embedded"; fetch: typeof fetch }
  /** Without `baseUrl`: Inngest Cloud */
  | { mode: "server"; baseUrl?: string }
);

/** A server that does not answer by then is tried again later. */
const ANSWER_MS = 30_000;

const HOME = Symbol.for("kroniek/inngest");

/** Next bundles a module more than once; the wiring is one a process. */
function home(): { wiring?: Wiring } {
  const store = globalThis as typeof globalThis & { [HOME]?: { wiring?: Wiring } };
  store[HOME] ??= {};
  return store[HOME];
}

/**
 * Says where events go and with which keys: once at start, before anything is sent or served. The client itself is
 * made earlier (`next build` imports the functions too), so it looks here each time.
 */
export function configureInngest(wiring: Wiring): void {
  home().wiring = wiring;
}

function say(...parts: unknown[]): void {
  const message = parts.filter((part) => typeof part === "string").join(" ");
  const causes = parts.flatMap((part) =>
    typeof part === "object" && part !== null && "err" in part ? [part.err] : [],
  );
  const kinds = causes.map((cause) => (cause instanceof Error ? cause.name : typeof cause));
  home().wiring?.log(message, kinds.length > 0 ? { error: kinds.join(", ") } : {});
}

const logger: Logger = { debug: () => undefined, info: () => undefined, warn: say, error: say };

/** The client with which functions are made and events are sent outside a transaction. */
export const inngest = new Inngest({
  id: appId,
  // Never development mode, whatever the environment says: it would leave calls unsigned.
  isDev: false,
  aiMetadata: false,
  // Each finished step is stored before the next begins, within one call: as safe as a call a step, and faster.
  checkpointing: true,
  logger,
  get baseUrl() {
    const wiring = home().wiring;
    return wiring?.mode === "server" ? wiring.baseUrl : "http://engine.invalid";
  },
  get signingKey() {
    return home().wiring?.signingKey;
  },
  get eventKey() {
    return home().wiring?.eventKey;
  },
  fetch: (input, init) => {
    const wiring = home().wiring;
    if (!wiring) return Promise.reject(new Error("Inngest is used before configureInngest was called."));
    if (wiring.mode === "embedded") return wiring.fetch(input, init);
    return fetch(input, { ...init, signal: AbortSignal.timeout(ANSWER_MS) });
  },
});
