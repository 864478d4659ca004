"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PageLink } from "@/app/_ui/page-link";
import { DemoPeople, type DemoPerson } from "@/app/login/demo-people";
import { LoginForm } from "@/app/login/login-form";
import { keepEmail } from "@/app/login/typed-email";
import { useSignIn } from "@/app/login/use-sign-in";

type PortalSignInProps = {
  /** The one sentence for a refused attempt, whatever was wrong with it. */
  refused: string;
  /** Only while the demo is on. */
  demo?: { people: DemoPerson[]; password: string } | undefined;
};

/** The form, and in the demo whom you can be. */
export function PortalSignIn({ refused, demo }: PortalSignInProps) {
  const t = useTranslations("portal");
  const login = useTranslations("login");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const typed = (value: string) => {
    setEmail(value);
    keepEmail(value);
  };
  return (
    <>
      <LoginForm
        onSubmit={useSignIn(refused)}
        email={email}
        password={password}
        onEmail={typed}
        onPassword={setPassword}
      />
      <ul className="grid gap-2">
        <li>
          <PageLink href="/caren/login/forgotten">{login("forgotten")}</PageLink>
        </li>
        <li>
          <PageLink href="/login">{t("loginStaff")}</PageLink>
        </li>
      </ul>
      <p className="text-sm text-muted">{t("loginIdle")}</p>
      {demo && (
        <DemoPeople
          people={demo.people}
          password={demo.password}
          onChoose={(person) => {
            typed(person.email);
            setPassword(demo.password);
          }}
        />
      )}
    </>
  );
}
