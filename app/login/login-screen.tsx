"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PageLink } from "@/app/_ui/page-link";
import { DemoPeople, type DemoPerson } from "./demo-people";
import { type LoginAnswer, LoginForm } from "./login-form";
import { LoginPicture } from "./login-picture";
import { keepEmail } from "./typed-email";

export type LoginScreenProps = {
  /** Whose this is; unknown until there is one top location. */
  organisation: string | null;
  onSubmit: (email: string, password: string) => Promise<LoginAnswer>;
  /** Only while the demo is on. */
  demo?: { people: DemoPerson[]; password: string };
};

/** The whole sign-in page for staff: picture, form, and in the demo whom you can be. */
export function LoginScreen({ organisation, onSubmit, demo }: LoginScreenProps) {
  const t = useTranslations("login");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  return (
    <div className="grid min-h-dvh tablet:grid-cols-[minmax(0,27rem)_minmax(0,1fr)] max-tablet:content-start">
      <LoginPicture organisation={organisation} />
      <main
        id="main"
        className="grid content-center justify-center gap-10 p-8 max-desk:grid-cols-[minmax(0,26rem)] desk:grid-cols-[minmax(0,22rem)] desk:has-[>section:nth-child(2)]:grid-cols-[minmax(0,22rem)_minmax(0,24rem)] max-tablet:gap-6 max-tablet:p-4"
      >
        <section aria-labelledby="sign-in" className="grid content-start gap-4">
          <div>
            <h1 id="sign-in">{t("title")}</h1>
            <p className="text-muted">{organisation ? t("organisation", { organisation }) : t("staff")}</p>
          </div>
          <LoginForm
            onSubmit={onSubmit}
            email={email}
            password={password}
            onEmail={(value) => {
              setEmail(value);
              keepEmail(value);
            }}
            onPassword={setPassword}
          />
          <p className="text-sm">
            <PageLink href="/login/forgotten">{t("forgotten")}</PageLink>
          </p>
          <p className="text-sm text-muted">{t("idle")}</p>
        </section>
        {demo && (
          <DemoPeople
            people={demo.people}
            password={demo.password}
            onChoose={(person) => {
              setEmail(person.email);
              setPassword(demo.password);
            }}
          />
        )}
      </main>
    </div>
  );
}
