"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Notice } from "@/app/_ui/notice";
import { CodeForm } from "@/app/login/code-form";
import { type LoginAnswer, LoginForm } from "@/app/login/login-form";
import { useAccountClient, useSecondFactorApi, useSide } from "@/app/login/side";
import { useGiveCode } from "@/app/login/use-give-code";
import { sentenceOf } from "@/server/core/errors";
import { aliveOf, tellAlive } from "./alive";

/** Whose page this is: only they go on here. */
export type Owner = { id: string; name: string };

type SignInAgainProps = {
  owner: Owner;
  isOpen: boolean;
  onSignedIn: () => void;
  /** Back to the text, to read or copy it; what is typed stays. */
  onClose: () => void;
};

/**
 * Over a page whose session ended: the same person signs in, with the second step where there is one, and goes on where
 * they were, with everything typed. Who signs in so in another tab goes on here too.
 */
export function SignInAgain({ owner, isOpen, onSignedIn, onClose }: SignInAgainProps) {
  const t = useTranslations("writing");
  const factor = useTranslations("secondFactor");
  const account = useAccountClient();
  const secondFactor = useSecondFactorApi();
  const { signIn, leave } = useSide();
  const give = useGiveCode();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [step, setStep] = useState<"password" | "code">("password");
  const [refused, setRefused] = useState<string>();
  const goOn = useEffectEvent(onSignedIn);
  useEffect(() => (isOpen ? aliveOf(owner.id, goOn).stop : undefined), [isOpen, owner.id]);
  /** Signed in: as the owner of the page it goes on, as anyone else it does not. */
  const arrive = async (): Promise<LoginAnswer> => {
    const me = await account.me.query();
    setStep("password");
    if (me.id !== owner.id) {
      await leave();
      return { ok: false, message: t("signInOther", { name: owner.name }) };
    }
    tellAlive(owner.id);
    onSignedIn();
    return { ok: true };
  };
  const submit = async (): Promise<LoginAnswer> => {
    setRefused(undefined);
    if ((await signIn(email.trim(), password)) === undefined)
      return { ok: false, message: sentenceOf("sign-in-failed") };
    const next = await secondFactor.step.query();
    setPassword("");
    if (next === "enrol") return { ok: false, message: factor("overEnrol") };
    if (next === "none") return arrive();
    setStep("code");
    return { ok: true };
  };
  const giveCode = async (code: string) => {
    await give(code);
    const answer = await arrive();
    if (!answer.ok) setRefused(answer.message);
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t("signInTitle")}
      footer={<Button onClick={onClose}>{t("signInBack")}</Button>}
    >
      <p>{t("signInWhy", { name: owner.name })}</p>
      {refused && (
        <Notice tone="danger" announce>
          <p>{refused}</p>
        </Notice>
      )}
      {step === "code" ? (
        <CodeForm give={giveCode} onGiven={() => undefined} />
      ) : (
        <LoginForm
          email={email}
          password={password}
          onEmail={setEmail}
          onPassword={setPassword}
          onSubmit={submit}
        />
      )}
    </Dialog>
  );
}
