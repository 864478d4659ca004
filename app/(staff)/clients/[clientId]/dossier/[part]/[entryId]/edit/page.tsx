import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { capital } from "@/app/_ui/capital";
import { PageHead } from "@/app/_ui/page-head";
import { me } from "@/app/(staff)/_shell/me";
import { ClientActions } from "../../../../_parts/client-actions";
import { ClientContent } from "../../../../_parts/client-columns";
import { loadParts } from "../../../../_parts/load-client";
import { PartForm } from "../../part-form";

type EditEntryPageProps = { params: Promise<{ clientId: string; part: string; entryId: string }> };

export async function generateMetadata({ params }: EditEntryPageProps): Promise<Metadata> {
  const { clientId, part } = await params;
  const t = await getTranslations("writing");
  const label = (await loadParts(clientId)).find(({ slug }) => slug === part)?.label ?? "";
  return { title: t("titleEdit", { part: label, number: clientId }) };
}

export default async function EditEntryPage({ params }: EditEntryPageProps) {
  const { clientId, part, entryId } = await params;
  const given = await load((await api()).entries.form({ clientId, part, entryId }));
  const [t, { id, name }] = [await getTranslations("writing"), await me()];
  const list = `/clients/${clientId}/dossier/${part}`;
  const { title = "", dated = "", unfinished = false } = given.entry ?? {};
  const heading = t(unfinished ? "goOnWith" : "edit", { singular: capital(given.singular) });
  return (
    <ClientContent actions={<ClientActions />}>
      <PageHead
        above={
          <Breadcrumb
            crumbs={[
              { label: given.label, href: list },
              { label: capital(given.singular), href: `${list}/${entryId}` },
              { label: heading },
            ]}
          />
        }
        title={`${heading}: ${[title, dated].filter(Boolean).join(", ")}`}
        note={unfinished ? undefined : t("editNote")}
      />
      <PartForm clientId={clientId} given={given} owner={{ id, name }} />
    </ClientContent>
  );
}
