import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, loadInPortal } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Card } from "@/app/_ui/card";
import { PageHead } from "@/app/_ui/page-head";
import { portalClient } from "../portal-client";

type AccessPageProps = { params: Promise<{ clientId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portalContent");
  return { title: t("access") };
}

/** Who has access at this moment, and in which role. */
export default async function AccessPage({ params }: AccessPageProps) {
  const { clientId } = await params;
  const t = await getTranslations("portalContent");
  await portalClient(clientId);
  const { staff, people } = await loadInPortal((await api()).portalAccess.people({ clientId }));
  const crumbs = [{ label: t("home"), href: `/caren/${clientId}` }, { label: t("access") }];
  return (
    <>
      <PageHead above={<Breadcrumb crumbs={crumbs} />} title={t("access")} note={t("accessReach")} />
      <Card title={t("staff")} flush>
        {staff.length === 0 && <p className="px-pad py-3 text-muted">{t("staffNone")}</p>}
        <ul className="divide-y divide-line">
          {staff.map(({ name, title, role }) => (
            <li key={`${name} ${title} ${role}`} className="grid px-pad py-2">
              <b>{name}</b>
              <span className="text-sm text-muted">{t("staffRole", { title, role })}</span>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t("people")} flush>
        <ul className="divide-y divide-line">
          {people.map(({ name, kind }) => (
            <li key={`${name} ${kind}`} className="grid px-pad py-2">
              <b>{name}</b>
              <span className="text-sm text-muted">{kind}</span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
