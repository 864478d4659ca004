import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Card } from "@/app/_ui/card";
import { DefinitionList } from "@/app/_ui/definition-list";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { Moment } from "@/app/_ui/time";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { ImportStatus } from "../_parts/import-status";
import { ReportText } from "./report-text";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("titleReport") };
}

/** One import: who, when, how many, and what became of everything, as the command prints it. */
export default async function ImportReportPage({ params }: { params: Promise<{ importId: string }> }) {
  const { importId } = await params;
  const shown = await load((await api()).imports.report({ importId }));
  const t = await getTranslations("imports");
  const { totals } = shown;
  const count = (amount: number) => t("count", { count: amount });
  return (
    <PageMain>
      <PageHead
        above={
          <Breadcrumb crumbs={[{ label: t("title"), href: "/admin/import" }, { label: t("titleReport") }]} />
        }
        title={t("titleReport")}
        aside={<ImportStatus shown={shown} />}
      />
      {shown.failure !== null && (
        <Notice tone="danger" title={t("status.failed")}>
          <p>{shown.failure}</p>
        </Notice>
      )}
      <Card>
        <DefinitionList
          items={[
            { term: t("columnBy"), value: shown.requestedBy },
            { term: t("columnWhen"), value: <Moment value={shown.requestedAt} format="long" /> },
            ...(shown.endedAt === null
              ? []
              : [{ term: t("ended"), value: <Moment value={shown.endedAt} format="long" /> }]),
            { term: t("columnLocation"), value: shown.location },
            { term: t("columnFiles"), value: count(shown.files) },
            ...(totals === null
              ? []
              : [
                  { term: t("columnRead"), value: count(totals.read) },
                  { term: t("mapped"), value: count(totals.mapped) },
                  { term: t("kept"), value: count(totals.kept) },
                  { term: t("columnRefused"), value: count(totals.refused) },
                  {
                    term: t("columnClients"),
                    value: t("clientsNew", { count: totals.clients, created: totals.created }),
                  },
                ]),
          ]}
        />
      </Card>
      {shown.report && <ReportText lines={shown.report} />}
    </PageMain>
  );
}
