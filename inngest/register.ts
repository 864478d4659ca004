import { signature } from "./engine/canonical";
import { createGate } from "./engine/gate";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

export interface Registration {
  start(): void;
  stop(): Promise<void>;
  /** Why the server does not know the functions yet; `undefined`: it does */
  failing(): string | undefined;
}

/**
 * Makes a real Inngest server know the functions: once at each start, tried until it works, since that server may
 * start later. The SDK sends them (`POST /fn/register`) when its own handler gets a signed PUT.
 * @param options.url where that server will call the functions
 */
export function createRegistration(options: {
  serve(request: Request): Promise<Response>;
  url: string;
  signingKey: string;
  log(message: string, facts: Record<string, string>): void;
}): Registration {
  const gate = createGate();
  let running = false;
  let loop: Promise<void> = Promise.resolve();
  let reason: string | undefined = "not registered yet";

  async function attempt(): Promise<string | undefined> {
    const headers = {
      host: new URL(options.url).host,
      "content-type": "application/json",
      "x-inngest-signature": signature("{}", options.signingKey),
    };
    const response = await options.serve(new Request(options.url, { method: "PUT", body: "{}", headers }));
    return response.ok ? undefined : `the registration was answered with ${response.status}`;
  }

  async function run(): Promise<void> {
    let wait = FIRST_WAIT_MS;
    while (running) {
      gate.close();
      reason = await attempt().catch((error: unknown) => (error instanceof Error ? error.name : "?"));
      if (reason === undefined) return;
      options.log("The functions could not be registered with the Inngest server yet", { error: reason });
      await gate.wait(wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  }

  return {
    start() {
      running = true;
      loop = run();
    },
    async stop() {
      running = false;
      gate.open();
      await loop;
    },
    failing: () => reason,
  };
}
