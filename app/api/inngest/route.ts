import { serveFunctions } from "@/inngest/serve";

/** Where a real Inngest server calls the functions. Unsigned calls are refused. */
export { serveFunctions as GET, serveFunctions as POST, serveFunctions as PUT };
