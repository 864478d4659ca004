import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Card } from "@/app/_ui/card";
import { DefinitionList } from "@/app/_ui/definition-list";
import { PageHead } from "@/app/_ui/page-head";
import { HeldRole } from "../_rights/held-role";
import { PageMain } from "../_shell/page-main";
import { PasswordForm } from "./password-form";
import { SecondFactorCard } from "./second-factor-card";
import { SessionList } from "./session-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("title") };
}

/** One's own account: who you are here, what you may, your password, and where you are signed in. */
export default async function AccountPage() {
  const t = await getTranslations("account");
  const account = await load((await api()).account.page());
  return (
    <PageMain>
      <PageHead title={t("title")} />
      <div className="grid items-start gap-gap desk:grid-cols-2">
        <div className="grid min-w-0 gap-gap">
          <Card title={t("person")}>
            <DefinitionList
              items={[
                { term: t("name"), value: account.name },
                { term: t("function"), value: account.title },
                { term: t("email"), value: account.email },
                { term: t("expertises"), value: account.expertises.join(", ") || t("none") },
              ]}
            />
            <p className="mt-3 text-sm text-muted">{t("personNote")}</p>
          </Card>
          <Card title={t("roles")}>
            {account.roles.length === 0 ? (
              <p className="text-sm text-muted">{t("rolesEmpty")}</p>
            ) : (
              <ul className="divide-y divide-line">
                {account.roles.map((role) => (
                  <HeldRole key={role.grantId} role={role} />
                ))}
              </ul>
            )}
          </Card>
        </div>
        <div className="grid min-w-0 gap-gap">
          <Card title={t("password")}>
            <PasswordForm />
          </Card>
          <SecondFactorCard factor={account.secondFactor} />
          <SessionList sessions={account.sessions} />
        </div>
      </div>
    </PageMain>
  );
}
