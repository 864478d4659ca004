import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { ImportDesk } from "./import-desk";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("title") };
}

export default async function ImportPage() {
  const { imports, locations } = await load((await api()).imports.list());
  const t = await getTranslations("imports");
  return (
    <PageMain>
      <PageHead title={t("title")} note={t("note")} />
      <ImportDesk given={imports} locations={locations} />
    </PageMain>
  );
}
