import "server-only";
import { TRPCError } from "@trpc/server";
import { cache } from "react";
import { api, load } from "@/app/_trpc/server";
import type { PairView } from "./pair";

/** The two of an address, or why they cannot stand beside each other: merged meanwhile, or twice the same. */
export const loadPair = cache(
  async (clientId: string, otherId: string): Promise<{ view: PairView } | { refusal: string }> => {
    const choices = { fields: {}, rows: {} };
    const asked = (await api()).merge.preview({ clientId, otherId, choices }).then(
      (view) => ({ view }),
      (error: unknown) => {
        const isAnswer = error instanceof TRPCError && ["CONFLICT", "BAD_REQUEST"].includes(error.code);
        if (isAnswer) return { refusal: error.message };
        throw error;
      },
    );
    return load(asked);
  },
);
