"use client";

import { signIn } from "next-auth/react";
import { useTRPCClient } from "@/app/_trpc/client";

/** Makes a half session that has all it needs a full one: a new cookie. @throws Error without an answer */
export async function becomeFull(): Promise<void> {
  const answer = await signIn("full", { redirect: false });
  if (!answer?.ok) throw new Error("no answer");
}

/** Gives the second factor of the staff session that waits for it, and signs in. Throws what the API refused. */
export function useGiveCode(): (code: string) => Promise<void> {
  const client = useTRPCClient();
  return async (code) => {
    await client.secondFactor.give.mutate({ code });
    await becomeFull();
  };
}
