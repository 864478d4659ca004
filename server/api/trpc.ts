import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import type { Act, Caller } from "../access/perform";
import { reasonOf } from "../access/perform";
import type { Session } from "../auth/session";
import { DomainError, type ErrorKind, type Reason } from "../core/errors";
import type { World } from "../core/world";

/** What every call comes with. `session` is absent for a stranger. */
export interface ApiContext {
  world: World;
  caller: Caller;
  session: Session | undefined;
}

/** What a procedure declares of itself; the matrix test reads it, so nothing is undeclared. */
export interface Declaration {
  door: "anywhere" | "onClient" | "onLocations" | "self" | "open";
  tasks: Act["tasks"];
  audit: Act["audit"];
}

/** What a client learns of a refusal besides its sentence. */
export interface ApiRefusal {
  reason: Reason | null;
  /** Number of a log line, for errors nobody foresaw */
  reference: string | null;
}

const CODES = {
  unauthenticated: "UNAUTHORIZED",
  refused: "FORBIDDEN",
  "not-found": "NOT_FOUND",
  invalid: "BAD_REQUEST",
  "step-up": "PRECONDITION_FAILED",
  conflict: "CONFLICT",
  throttled: "TOO_MANY_REQUESTS",
  unavailable: "SERVICE_UNAVAILABLE",
} as const satisfies Record<ErrorKind, TRPCError["code"]>;

/** A refusal as tRPC knows it; its sentence is the message. */
export function refusal(reason: Reason): TRPCError {
  const error = new DomainError(reason);
  return new TRPCError({ code: CODES[error.kind], message: error.sentence, cause: error });
}

class Unforeseen extends Error {
  constructor(readonly reference: string) {
    super("Er ging iets mis dat we niet hadden voorzien.");
  }
}

/** Hides what nobody foresaw behind a reference number; the server log has the rest. */
export function unforeseen(reference: string): TRPCError {
  const cause = new Unforeseen(reference);
  const message = `Er ging iets mis. Probeer het opnieuw. Blijft het zo, geef dan nummer ${reference} door aan functioneel beheer.`;
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", message, cause });
}

export const t = initTRPC
  .context<ApiContext>()
  .meta<Declaration>()
  .create({
    transformer: superjson,
    errorFormatter: ({ shape, error }) => {
      const refused: ApiRefusal = {
        reason: reasonOf(error) ?? (error.code === "BAD_REQUEST" ? "input-invalid" : null),
        reference: error.cause instanceof Unforeseen ? error.cause.reference : null,
      };
      const message =
        error.code === "BAD_REQUEST" && !reasonOf(error)
          ? new DomainError("input-invalid").sentence
          : shape.message;
      return {
        ...shape,
        message,
        data: { code: shape.data.code, httpStatus: shape.data.httpStatus, ...refused },
      };
    },
  });
