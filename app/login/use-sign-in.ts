"use client";

import type { LoginAnswer } from "./login-form";
import { useSide } from "./side";

/**
 * Signs in on this side, and loads the page that follows anew.
 * @param refused the one sentence for a refused attempt, whatever was wrong with it
 */
export function useSignIn(refused: string): (email: string, password: string) => Promise<LoginAnswer> {
  const { signIn } = useSide();
  return async (email, password) => {
    const next = await signIn(email, password);
    if (next === undefined) return { ok: false, message: refused };
    window.location.assign(next);
    return { ok: true };
  };
}
