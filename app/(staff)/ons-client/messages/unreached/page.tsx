import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { Outputs } from "@/app/_trpc/outputs";
import { api, load } from "@/app/_trpc/server";
import { Card } from "@/app/_ui/card";
import { type Column, DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "../../../_shell/page-main";
import { PrintPage } from "./print-page";

type UnreachedPageProps = { searchParams: Promise<{ location?: string | string[] }> };
type Line = Outputs["locationMessages"]["unreached"]["lines"][number];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("messages");
  return { title: t("unreachedTitle") };
}

/** Who would not get a message now, by name, to print: for a letter on paper. */
export default async function UnreachedPage({ searchParams }: UnreachedPageProps) {
  const { location: asked } = await searchParams;
  const location = typeof asked === "string" ? asked : null;
  const t = await getTranslations("messages");
  const { place, lines, beyond } = await load((await api()).locationMessages.unreached({ location }));
  const columns: Column<Line>[] = [
    { key: "name", label: t("unreachedName"), cell: ({ name }) => name },
    { key: "number", label: t("unreachedNumber"), cell: ({ number }) => number },
    {
      key: "address",
      label: t("unreachedAddress"),
      cell: ({ address }) => address ?? t("unreachedNoAddress"),
    },
    { key: "reason", label: t("unreachedWhy"), cell: ({ reason }) => t(`unreached.${reason}`) },
  ];
  const title = place ? t("unreachedAt", { name: place.name }) : t("unreachedTitle");
  return (
    <PageMain>
      <PageHead title={title} note={t("unreachedNote")} aside={lines.length > 0 && <PrintPage />} />
      {beyond > 0 && (
        <Notice tone="warning">
          <p>{t("unreachedBeyond", { beyond })}</p>
        </Notice>
      )}
      <Card flush>
        {lines.length === 0 ? (
          <EmptyState title={t("unreachedEmpty")} />
        ) : (
          <DataTable
            captionHidden
            caption={title}
            columns={columns}
            items={lines}
            itemKey={({ number }) => String(number)}
          />
        )}
      </Card>
    </PageMain>
  );
}
