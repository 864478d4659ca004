import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { ClientActions } from "../../../_parts/client-actions";
import { ClientContent } from "../../../_parts/client-columns";
import { UndoDesk } from "./undo-desk";

type UndoPageProps = { params: Promise<{ clientId: string; mergeId: string }> };

export async function generateMetadata({ params }: UndoPageProps): Promise<Metadata> {
  const t = await getTranslations("merge");
  return { title: t("undoDocument", { number: (await params).clientId }) };
}

/** What undoing a merge would do, or why it cannot be undone now. */
async function preview(clientId: string, mergeId: string) {
  const asked = (await api()).merge.previewUndo({ clientId, mergeId }).then(
    (view) => ({ view }),
    (error: unknown) => {
      // Undone meanwhile, or a later one stands before it. Who may not merge did not come past the layout.
      const isAnswer = error instanceof TRPCError && ["CONFLICT", "FORBIDDEN"].includes(error.code);
      if (isAnswer) return { refusal: error.message };
      throw error;
    },
  );
  return load(asked);
}

/** Makes two clients of one again: what comes back, and to whom belongs what was made since. */
export default async function UndoPage({ params }: UndoPageProps) {
  const { clientId, mergeId } = await params;
  const t = await getTranslations("merge");
  const loaded = await preview(clientId, mergeId);
  const above = (
    <Breadcrumb crumbs={[{ label: t("act"), href: `/clients/${clientId}/merge` }, { label: t("undoAct") }]} />
  );
  if ("refusal" in loaded)
    return (
      <ClientContent actions={<ClientActions />}>
        <PageHead above={above} title={t("undoTitle")} />
        <Notice tone="info" title={t("cannot")}>
          <p>{loaded.refusal}</p>
        </Notice>
        <div>
          <LinkButton href={`/clients/${clientId}/merge`}>{t("standing")}</LinkButton>
        </div>
      </ClientContent>
    );
  const { view } = loaded;
  const numbers = { survivor: view.survivor.number, retired: view.retired.number };
  return (
    <ClientContent actions={<ClientActions />}>
      <PageHead above={above} title={t("undoTitle")} note={t("undoNote", numbers)} />
      <UndoDesk clientId={clientId} view={view} />
    </ClientContent>
  );
}
