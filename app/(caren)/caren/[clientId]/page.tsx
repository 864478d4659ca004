import { ChevronRight, Eye, FileText, Network, Users } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { api, loadInPortal } from "@/app/_trpc/server";
import { PageLink } from "@/app/_ui/page-link";
import { AskedList } from "./asked-list";
import { OwnMessages } from "./own-messages";
import { portalClient } from "./portal-client";

type PortalClientPageProps = { params: Promise<{ clientId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portal");
  return { title: t("clientTitle") };
}

/** A client's home in the portal: messages, what is asked of you, and where the rest is that you may see. */
export default async function PortalClientPage({ params }: PortalClientPageProps) {
  const { clientId } = await params;
  const [t, words] = [await getTranslations("portal"), await getTranslations("portalContent")];
  const { relations } = await portalClient(clientId);
  const isAsked = relations.some(({ kind }) => kind !== "network");
  const network = await getTranslations("portalNetwork");
  const toNetwork = relations.some(({ kind }) => kind === "network") && (
    <Way href={`/caren/${clientId}/network`} icon={<Network />} note={network("note")}>
      {network("title")}
    </Way>
  );
  const seesLog = relations.some(({ kind }) => kind === "client" || kind === "representative");
  const isTold = relations.some(({ kind }) => kind !== "involved");
  const own = isTold && (await loadInPortal((await api()).portalMessages.list({ clientId })));
  const messages = own && <OwnMessages clientId={clientId} messages={own.messages} />;
  if (!isAsked) {
    return (
      <>
        <h1 className="font-reading">{t("clientHome")}</h1>
        {messages}
        <nav aria-label={words("more")}>{toNetwork}</nav>
      </>
    );
  }
  const { activities } = await loadInPortal((await api()).portalActivities.list({ clientId }));
  return (
    <>
      <h1 className="font-reading">{t("clientHome")}</h1>
      {messages}
      <AskedList clientId={clientId} activities={activities} />
      <nav aria-label={words("more")} className="grid gap-3">
        <Way href={`/caren/${clientId}/documents`} icon={<FileText />} note={words("documentsNote")}>
          {words("documents")}
        </Way>
        <Way href={`/caren/${clientId}/access`} icon={<Users />} note={words("accessNote")}>
          {words("access")}
        </Way>
        {seesLog && (
          <Way href={`/caren/${clientId}/log`} icon={<Eye />} note={words("logNote")}>
            {words("log")}
          </Way>
        )}
        {toNetwork}
      </nav>
    </>
  );
}

type WayProps = { href: string; icon: ReactNode; note: string; children: ReactNode };

/** A large way to a page, easy to hit on a phone. */
function Way({ href, icon, note, children }: WayProps) {
  return (
    <PageLink
      href={href}
      className="flex items-center gap-3 rounded-lg border border-line bg-surface p-4 text-ink no-underline hover:bg-surface-hover [&>svg]:size-6 [&>svg]:flex-none [&>svg]:text-muted"
    >
      {icon}
      <span className="min-w-0 flex-1">
        <b className="block">{children}</b>
        <span className="text-sm text-muted">{note}</span>
      </span>
      <ChevronRight aria-hidden="true" />
    </PageLink>
  );
}
