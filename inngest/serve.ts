import { serve } from "inngest/edge";
import { inngest } from "./client";
import { functions } from "./functions";

type Handler = (request: Request) => Promise<Response>;

let handler: Handler | undefined;

/**
 * Answers the calls of whoever runs the functions: the engine in this process, or a real Inngest server.
 * Every call must be signed; without `enableUnauthedSync: false` an unsigned registration would be answered.
 * Made at the first call: the SDK reads the server's address then, and before `configureInngest` there is none.
 */
export const serveFunctions: Handler = (request) => {
  handler ??= serve({ client: inngest, functions, enableUnauthedSync: false });
  return handler(request);
};
