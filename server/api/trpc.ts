import { randomBytes } from "node:crypto";
import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import type { Act, Caller } from "../access/perform";
import { reasonOf } from "../access/perform";
import type { RelationKind } from "../access/relations";
import type { HalfSession } from "../auth/half-session";
import type { PortalSession } from "../auth/portal-session";
import type { Session } from "../auth/session";
import { type Audience, DomainError, type ErrorKind, type Reason, sentenceOf } from "../core/errors";
import { type FieldProblem, problemSentence } from "../core/field-problems";
import type { World } from "../core/world";

/** What every call comes with: who calls as an employee, and who in the portal. Each door knows only one of them. */
export interface ApiContext {
  world: World;
  caller: Caller;
  /** Absent for a stranger */
  session: Session | undefined;
  portalCaller: Caller;
  portal: PortalSession | undefined;
  /** Whoever gave the password and not yet the second factor: a stranger to every door, but for what asks for it */
  half?: HalfSession | undefined;
  portalHalf?: HalfSession | undefined;
}

/** What a procedure declares of itself; the matrix test reads it, so nothing is undeclared. */
export interface Declaration {
  door: "anywhere" | "onClient" | "onClientPair" | "onLocations" | "self" | "open" | "portal" | "portalSelf";
  tasks: Act["tasks"];
  /** Who in the portal it is for: what they are to the client */
  relations?: readonly RelationKind[];
  audit: Act["audit"];
}

/** What a client learns of a refusal besides its sentence. */
export interface ApiRefusal {
  reason: Reason | null;
  /** Number of a log line, for errors nobody foresaw */
  reference: string | null;
  /** What is wrong field by field, with the sentence to show there: our words only, never what was typed */
  fields: { path: string; problem: FieldProblem["problem"]; sentence: string }[];
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
export function refusal(
  reason: Reason,
  fields: readonly FieldProblem[] = [],
  reader: Audience = "staff",
): TRPCError {
  const error = new DomainError(reason, { fields });
  return new TRPCError({ code: CODES[error.kind], message: sentenceOf(reason, reader), cause: error });
}

/** What the refusal in a chain of causes says of the fields of a form. */
function fieldsOf(error: unknown): readonly FieldProblem[] {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof DomainError) return at.fields;
  return [];
}

class Unforeseen extends Error {
  constructor(readonly reference: string) {
    super("Er ging iets mis dat we niet hadden voorzien.");
  }
}

/**
 * Anything thrown, as what a person may see: a refusal with its sentence, or a reference number. What nobody
 * foresaw is in the server log under that number, by kind and place in the code: messages can hold personal data.
 */
export function told(world: Pick<World, "log">, error: unknown, reader: Audience = "staff"): TRPCError {
  const reason = reasonOf(error);
  if (reason) return refusal(reason, fieldsOf(error), reader);
  const reference = randomBytes(4).toString("hex");
  const origin =
    error instanceof Error ? (error.cause instanceof Error ? error.cause : error) : new Error("thrown value");
  const where = (origin.stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at "));
  world.log(`unforeseen ${origin.name}`, { reference, at: where.slice(0, 3).join(" ").trim() });
  const whom = reader === "portal" ? "de organisatie" : "functioneel beheer";
  const message = `Er ging iets mis. Probeer het opnieuw. Blijft het zo, geef dan nummer ${reference} door aan ${whom}.`;
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", message, cause: new Unforeseen(reference) });
}

export const t = initTRPC
  .context<ApiContext>()
  .meta<Declaration>()
  .create({
    transformer: superjson,
    errorFormatter: ({ shape, error }) => {
      const reason = reasonOf(error) ?? (error.code === "BAD_REQUEST" ? "input-invalid" : null);
      const reference = error.cause instanceof Unforeseen ? error.cause.reference : null;
      const fields = fieldsOf(error).map((each) => ({
        path: each.path,
        problem: each.problem,
        sentence: problemSentence(each),
      }));
      const refused: ApiRefusal = { reason, reference, fields };
      // Our own sentences only: a message that came from elsewhere can hold SQL or what was typed.
      const inPortal = reason !== null && shape.message === sentenceOf(reason, "portal");
      const sentence = reason
        ? sentenceOf(reason, inPortal ? "portal" : "staff")
        : reference
          ? shape.message
          : "Dit verzoek is niet begrepen.";
      return {
        code: shape.code,
        message: sentence,
        data: { code: shape.data.code, httpStatus: shape.data.httpStatus, ...refused },
      };
    },
  });
