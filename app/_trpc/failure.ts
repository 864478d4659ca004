import { TRPCClientError } from "@trpc/client";
import type { AppRouter } from "@/server/api/root";

/**
 * Why a call did not work. `signed-out`: sign in and try again · `offline`: no answer, or the server is busy (its
 * sentence), try again · `refused`: it was not done for a reason that trying again does not take away.
 */
export type Failure =
  | { kind: "signed-out" }
  | { kind: "offline"; sentence?: string }
  | {
      kind: "refused";
      reason: string | null;
      sentence: string;
      fields: { path: string; sentence: string }[];
    };

/** Whether the key was used for what was sent before: what stands here now is sent with a new one. */
export function isKeyUsed(failure: Failure): boolean {
  return failure.kind === "refused" && failure.reason === "request-reused";
}

/** What went wrong, from what a call threw. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof TRPCClientError)) return { kind: "offline" };
  const { data, message }: TRPCClientError<AppRouter> = error;
  // Without `data` there was no answer of ours: the browser's own words are not the user's to read.
  if (!data) return { kind: "offline" };
  if (data.reason === "not-signed-in") return { kind: "signed-out" };
  if (data.httpStatus >= 500) return { kind: "offline", sentence: message };
  return { kind: "refused", reason: data.reason, sentence: message, fields: data.fields };
}
