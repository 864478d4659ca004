import { serve } from "inngest/edge";
import { inngest } from "./client";
import { functions } from "./functions";

/**
 * Answers the calls of whoever runs the functions: the engine in this process, or a real Inngest server.
 * Every call must be signed; without `enableUnauthedSync: false` an unsigned registration would be answered.
 */
export const serveFunctions: (request: Request) => Promise<Response> = serve({
  client: inngest,
  functions,
  enableUnauthedSync: false,
});
