import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, loadInPortal } from "@/app/_trpc/server";
import { Card } from "@/app/_ui/card";
import { DefinitionList } from "@/app/_ui/definition-list";
import { Moment } from "@/app/_ui/time";
import { PasswordForm } from "@/app/(staff)/account/password-form";
import { SecondFactorCard } from "@/app/(staff)/account/second-factor-card";
import { SessionList } from "@/app/(staff)/account/session-list";
import { PortalMain } from "../../_shell/portal-main";
import { MessageNotices } from "./message-notices";
import { StopPortal } from "./stop-portal";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portal");
  return { title: t("menuAccount") };
}

/** One's own account in the portal: who one is there, password, second factor, where one is signed in, and stopping. */
export default async function PortalAccountPage() {
  const t = await getTranslations("portal");
  const words = await getTranslations("account");
  const { portal, portalMessages, portalSecondFactor } = await api();
  const notices = await loadInPortal(portalMessages.notices());
  const account = await loadInPortal(portal.account());
  const factor = await loadInPortal(portalSecondFactor.own());
  return (
    <PortalMain>
      <h1 className="font-reading">{t("menuAccount")}</h1>
      <Card title={words("person")}>
        <DefinitionList
          items={[
            { term: words("name"), value: account.name },
            { term: words("email"), value: account.email },
            {
              term: t("agreedOn"),
              value: account.agreedAt !== null && <Moment value={account.agreedAt} format="long" />,
            },
          ]}
        />
        <p className="mt-3 text-sm text-muted">{t("personNote")}</p>
      </Card>
      <Card title={words("password")}>
        <PasswordForm />
      </Card>
      <MessageNotices on={notices.on} />
      <SecondFactorCard factor={factor} />
      <SessionList sessions={account.sessions} />
      <Card title={t("stopTitle")}>
        <StopPortal />
      </Card>
    </PortalMain>
  );
}
