"use client";

import { LoginScreen, type LoginScreenProps } from "./login-screen";
import { useSignIn } from "./use-sign-in";

type SignInProps = Omit<LoginScreenProps, "onSubmit"> & {
  /** The one sentence for a refused attempt, whatever was wrong with it. */
  refused: string;
};

/** The sign-in page at work: next-auth checks, and a right password leads on to the second step, or past it. */
export function SignIn({ refused, ...screen }: SignInProps) {
  return <LoginScreen {...screen} onSubmit={useSignIn(refused)} />;
}
