import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portal");
  return { title: t("clientTitle") };
}

/** A client's home in the portal: what there is for you. */
export default async function PortalClientPage() {
  const t = await getTranslations("portal");
  return (
    <>
      <h1 className="font-reading">{t("clientHome")}</h1>
      <Card>
        <EmptyState title={t("clientHomeEmpty")}>
          <p>{t("clientHomeEmptyText")}</p>
        </EmptyState>
      </Card>
    </>
  );
}
