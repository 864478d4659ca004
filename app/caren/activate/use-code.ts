"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { failureOf } from "@/app/_trpc/failure";
import { useSide } from "@/app/login/side";

export interface CodeFields {
  have: "yes" | "no";
  code: string;
  relation: string;
  name?: string;
  email: string;
  password: string;
}

/** Refusals that are about the password that was chosen. */
const WEAK: readonly (string | null)[] = ["password-too-short", "password-common"];

/**
 * Uses the code of a letter: with a new account, which is then signed in, or with the one someone has. What was refused
 * leaves the code unused, and what was typed where it is.
 * @param refused the one sentence for a refused sign-in
 */
export function useCode(refused: string) {
  const t = useTranslations("portalCode");
  const portal = useTranslations("portal");
  const { portalCaren } = useTRPCClient();
  const { signIn, home } = useSide();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string>();
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [done, setDone] = useState(false);

  const join = async ({ code, relation, name = "", email, password }: CodeFields) => {
    await portalCaren.join.mutate({ code, relation, name, email, newPassword: password });
    const next = await signIn(email.trim(), password);
    if (next === undefined) setDone(true);
    else window.location.assign(next);
  };
  const signInAndLink = async ({ code, relation, email, password }: CodeFields) => {
    const next = await signIn(email.trim(), password);
    if (next === undefined) return setSaid(refused);
    // A second factor comes first: the letter is at hand, and its code is not used.
    if (next !== home) return setSaid(t("signInFirst"));
    await portalCaren.redeem.mutate({ code, relation });
    window.location.assign(home);
  };
  const send = async (fields: CodeFields) => {
    if (busy) return;
    setBusy(true);
    setSaid(undefined);
    setWrong({});
    try {
      await (fields.have === "yes" ? signInAndLink(fields) : join(fields));
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind !== "refused") setSaid(portal("noAnswer"));
      else if (WEAK.includes(failure.reason)) setWrong({ password: failure.sentence });
      else if (failure.fields.length === 0) setSaid(failure.sentence);
      else setWrong(Object.fromEntries(failure.fields.map(({ path, sentence }) => [path, sentence])));
    }
    setBusy(false);
  };
  return { send, busy, said, wrong, done };
}
