import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { api, loadInPortal } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Bytes } from "@/app/_ui/bytes";
import { Card } from "@/app/_ui/card";
import { FileDownload } from "@/app/_ui/file-download";
import { PageHead } from "@/app/_ui/page-head";
import { Moment } from "@/app/_ui/time";
import { portalClient } from "../portal-client";
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
      <Documents
        title={t("shared")}
        none={t("sharedNone")}
        documents={shared.map(({ sharedAt, sharedBy, ...document }) => ({
          ...document,
          when: t.rich("sharedBy", { name: sharedBy, moment: () => <Moment value={sharedAt} /> }),
        }))}
      />
      <Documents
        title={t("own")}
        none={t("ownNone")}
        documents={own.map(({ addedAt, ...document }) => ({
          ...document,
          when: <Moment value={addedAt} />,
        }))}
      />
      <ShareFile clientId={clientId} />
    </>
  );
}

type DocumentsProps = {
  title: string;
  none: string;
  documents: { id: string; title: string; fileName: string | null; bytes: number | null; when: ReactNode }[];
};

function Documents({ title, none, documents }: DocumentsProps) {
  return (
    <Card title={title} flush>
      {documents.length === 0 && <p className="px-pad py-3 text-muted">{none}</p>}
      <ul className="divide-y divide-line">
        {documents.map((document) => (
          <li key={document.id} className="grid gap-1 px-pad py-3">
            <b className="wrap-anywhere">{document.title}</b>
            <p className="text-sm text-muted">
              {document.when}
              {document.bytes !== null && (
                <>
                  {" · "}
                  <Bytes bytes={document.bytes} />
                </>
              )}
            </p>
            <FileDownload
              short
              address={`/api/portal-documents/${encodeURIComponent(document.id)}`}
              name={document.fileName ?? document.title}
              title={document.title}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
