import { ChevronRight, Mail } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, loadInPortal } from "@/app/_trpc/server";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { Initials } from "@/app/_ui/initials";
import { PageLink } from "@/app/_ui/page-link";
import { PortalMain } from "../_shell/portal-main";
import { portalMe } from "../_shell/portal-me";
import { relationWords } from "../_shell/relation-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portal");
  return { title: t("clientsTitle") };
}

/** Where one arrives after signing in: with whom one looks along. */
export default async function PortalHomePage() {
  const t = await getTranslations("portal");
  const code = await getTranslations("portalCode");
  const messages = await getTranslations("portalMessages");
  const { name } = await portalMe();
  const { portal, portalMessages } = await api();
  const clients = await loadInPortal(portal.clients());
  const unread = new Map(
    (await loadInPortal(portalMessages.unread())).map((each) => [each.number, each.unread]),
  );
  return (
    <PortalMain>
      <div className="grid gap-1">
        <h1 className="font-reading">{t("greeting", { name: name.split(" ")[0] ?? name })}</h1>
        {clients.length > 0 && <p>{t("clientsNote")}</p>}
      </div>
      <section aria-labelledby="clients" className="grid gap-3">
        <h2 id="clients" className="font-reading">
          {t("clientsTitle")}
        </h2>
        {clients.length === 0 ? (
          <Card flush>
            <EmptyState title={t("clientsEmpty")}>
              <p>{t("clientsEmptyText")}</p>
            </EmptyState>
          </Card>
        ) : (
          <ul className="grid gap-3">
            {clients.map(({ number, name, initials, relations }) => (
              <li key={number}>
                <PageLink
                  href={`/caren/${number}`}
                  className="flex items-center gap-3 rounded-lg border border-line bg-surface p-4 text-ink no-underline hover:bg-surface-hover"
                >
                  <Initials text={initials} />
                  <span className="min-w-0 flex-1">
                    <b className="block">{name}</b>
                    <span className="text-sm text-muted">{relationWords(relations, t)}</span>
                    {unread.has(number) && (
                      <span className="mt-1 flex items-center gap-1.5 text-sm font-bold text-frame-text [&>svg]:size-4">
                        <Mail aria-hidden="true" />
                        {messages("newOf", { unread: unread.get(number) ?? 0 })}
                      </span>
                    )}
                  </span>
                  <ChevronRight aria-hidden="true" className="size-6 flex-none text-muted" />
                </PageLink>
              </li>
            ))}
          </ul>
        )}
      </section>
      <p>
        <PageLink href="/caren/activate">{code("add")}</PageLink>
        <span className="block text-sm text-muted">{code("addNote")}</span>
      </p>
    </PortalMain>
  );
}
