import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, loadInPortal } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Bytes } from "@/app/_ui/bytes";
import { Card } from "@/app/_ui/card";
import { PageHead } from "@/app/_ui/page-head";
import { Moment } from "@/app/_ui/time";
import { portalClient } from "../portal-client";
import { FileDownload } from "./file-download";
import { ShareFile } from "./share-file";

type DocumentsPageProps = { params: Promise<{ clientId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portalContent");
  return { title: t("documents") };
}

/** Documents shared with you, and those you share. */
export default async function DocumentsPage({ params }: DocumentsPageProps) {
  const { clientId } = await params;
  const t = await getTranslations("portalContent");
  await portalClient(clientId);
  const { shared, own } = await loadInPortal((await api()).portalDocuments.list({ clientId }));
  const crumbs = [{ label: t("home"), href: `/caren/${clientId}` }, { label: t("documents") }];
  return (
    <>
      <PageHead above={<Breadcrumb crumbs={crumbs} />} title={t("documents")} />
      <Card title={t("shared")} flush>
        {shared.length === 0 && <p className="px-pad py-3 text-muted">{t("sharedNone")}</p>}
        <ul className="divide-y divide-line">
          {shared.map(({ id, title, fileName, bytes, sharedAt, sharedBy }) => (
            <li key={id} className="grid gap-1 px-pad py-3">
              <b className="wrap-anywhere">{title}</b>
              <p className="text-sm text-muted">
                {t.rich("sharedBy", { name: sharedBy, moment: () => <Moment value={sharedAt} /> })}
                {bytes !== null && (
                  <>
                    {" · "}
                    <Bytes bytes={bytes} />
                  </>
                )}
              </p>
              <FileDownload documentId={id} title={title} name={fileName ?? title} />
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t("own")} flush>
        {own.length === 0 && <p className="px-pad py-3 text-muted">{t("ownNone")}</p>}
        <ul className="divide-y divide-line">
          {own.map(({ id, title, fileName, bytes, addedAt }) => (
            <li key={id} className="grid gap-1 px-pad py-3">
              <b className="wrap-anywhere">{title}</b>
              <p className="text-sm text-muted">
                <Moment value={addedAt} />
                {bytes !== null && (
                  <>
                    {" · "}
                    <Bytes bytes={bytes} />
                  </>
                )}
              </p>
              <FileDownload documentId={id} title={title} name={fileName ?? title} />
            </li>
          ))}
        </ul>
      </Card>
      <ShareFile clientId={clientId} />
    </>
  );
}
