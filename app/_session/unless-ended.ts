import { TRPCClientError } from "@trpc/client";
import type { AppRouter } from "@/server/api/root";

/** An answer of the API, or `ended` when it says that nobody is signed in. Throws what else it refuses. */
export async function unlessEnded<T>(answer: Promise<T>): Promise<T | "ended"> {
  try {
    return await answer;
  } catch (error) {
    const refused = error instanceof TRPCClientError ? (error as TRPCClientError<AppRouter>) : undefined;
    if (refused?.data?.reason === "not-signed-in") return "ended";
    throw error;
  }
}
