"use client";

import { useQueryClient } from "@tanstack/react-query";
import { signIn, signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { type LoginAnswer, LoginForm } from "@/app/login/login-form";
import { sentenceOf } from "@/server/core/errors";

/** Whose page this is: only they go on here. */
export type Owner = { id: string; name: string };

type SignInAgainProps = {
  owner: Owner;
  isOpen: boolean;
  onSignedIn: () => void;
  /** Back to the text, to read or copy it; what is typed stays. */
  onClose: () => void;
};

/** Over a page whose session ended: the same person signs in and goes on where they were, with everything typed. */
export function SignInAgain({ owner, isOpen, onSignedIn, onClose }: SignInAgainProps) {
  const t = useTranslations("writing");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const submit = async (): Promise<LoginAnswer> => {
    const answer = await signIn("credentials", { email: email.trim(), password, redirect: false });
    if (answer?.error === "CredentialsSignin") return { ok: false, message: sentenceOf("sign-in-failed") };
    if (!answer?.ok) throw new Error("no answer");
    const me = await queries.fetchQuery(trpc.account.me.queryOptions(undefined, { gcTime: 0, staleTime: 0 }));
    setPassword("");
    if (me.id !== owner.id) {
      await signOut({ redirect: false });
      return { ok: false, message: t("signInOther", { name: owner.name }) };
    }
    onSignedIn();
    return { ok: true };
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t("signInTitle")}
      footer={<Button onClick={onClose}>{t("signInBack")}</Button>}
    >
      <p>{t("signInWhy", { name: owner.name })}</p>
      <LoginForm
        email={email}
        password={password}
        onEmail={setEmail}
        onPassword={setPassword}
        onSubmit={submit}
      />
    </Dialog>
  );
}
