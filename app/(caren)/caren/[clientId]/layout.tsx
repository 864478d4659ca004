import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { MergedNotice } from "@/app/_merged/merged-notice";
import { Initials } from "@/app/_ui/initials";
import { PageLink } from "@/app/_ui/page-link";
import { PortalMain } from "../../_shell/portal-main";
import { relationWords } from "../../_shell/relation-words";
import { portalClient } from "./portal-client";

type Params = Promise<{ clientId: string }>;

/** Round everything about one client in the portal: who it is, and what you are to them. */
export default async function PortalClientLayout(props: { children: ReactNode; params: Params }) {
  const t = await getTranslations("portal");
  const { number, formerNumbers, name, initials, relations } = await portalClient(
    (await props.params).clientId,
  );
  const self = relations.some(({ kind }) => kind === "client");
  return (
    <PortalMain>
      <p>
        <PageLink href="/caren">{t("clientBack")}</PageLink>
      </p>
      <div className="flex items-center gap-3 rounded-lg border border-line bg-surface p-4">
        <Initials text={initials} />
        <p className="min-w-0 flex-1">
          {self ? t("clientYou") : t("clientWith")}
          <b className="block">{name}</b>
          <span className="text-sm text-muted">{relationWords(relations, t)}</span>
        </p>
      </div>
      <MergedNotice number={number} formerNumbers={formerNumbers} />
      {props.children}
    </PortalMain>
  );
}
