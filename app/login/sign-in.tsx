"use client";

import { signIn } from "next-auth/react";
import type { LoginAnswer } from "./login-form";
import { LoginScreen, type LoginScreenProps } from "./login-screen";

type SignInProps = Omit<LoginScreenProps, "onSubmit"> & {
  /** The one sentence for a refused attempt, whatever was wrong with it. */
  refused: string;
};

/** The sign-in page at work: next-auth checks, and a right password leads on to the second step, or past it. */
export function SignIn({ refused, ...screen }: SignInProps) {
  const submit = async (email: string, password: string): Promise<LoginAnswer> => {
    const answer = await signIn("credentials", { email, password, redirect: false });
    if (answer?.ok) {
      window.location.assign("/login/second-factor");
      return { ok: true };
    }
    if (answer?.error === "CredentialsSignin") return { ok: false, message: refused };
    throw new Error("no answer");
  };
  return <LoginScreen {...screen} onSubmit={submit} />;
}
