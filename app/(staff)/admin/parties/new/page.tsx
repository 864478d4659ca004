import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHead } from "@/app/_ui/page-head";
import { me } from "@/app/(staff)/_shell/me";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { PartyForm } from "../_parts/party-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("parties");
  return { title: t("add") };
}

export default async function NewPartyPage() {
  if (!(await me()).holds.includes("organisation.manage")) forbidden();
  const t = await getTranslations("parties");
  return (
    <PageMain>
      <PageHead title={t("add")} note={t("addNote")} />
      <PartyForm />
    </PageMain>
  );
}
