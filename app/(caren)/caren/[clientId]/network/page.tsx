import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, loadInPortal } from "@/app/_trpc/server";
import { Card } from "@/app/_ui/card";
import { AddMember } from "./add-member";
import { MemberAct } from "./member-act";

type NetworkPageProps = { params: Promise<{ clientId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portalNetwork");
  return { title: t("title") };
}

/** Who looks along with this client through Caren; a beheerder adds others and takes them out. */
export default async function PortalNetworkPage({ params }: NetworkPageProps) {
  const { clientId } = await params;
  const t = await getTranslations("portalNetwork");
  const { mayChange, people } = await loadInPortal((await api()).portalCaren.network({ clientId }));
  return (
    <>
      <div className="grid gap-1">
        <h1 className="font-reading">{t("title")}</h1>
        <p>{t("intro")}</p>
      </div>
      <Card>
        <ul className="grid gap-4">
          {people.map((person) => (
            <li key={person.relationId} className="flex flex-wrap items-center justify-between gap-3">
              <span>
                <b className="block">{person.you ? `${person.name} (${t("you")})` : person.name}</b>
                <span className="text-sm text-muted">
                  {[person.roleText, person.relation, person.activated ? null : t("invited")]
                    .filter(Boolean)
                    .join(", ")}
                </span>
              </span>
              {(mayChange || person.you) && <MemberAct clientId={clientId} person={person} />}
            </li>
          ))}
        </ul>
      </Card>
      {mayChange && <AddMember clientId={clientId} />}
    </>
  );
}
