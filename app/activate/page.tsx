import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlainPage } from "@/app/login/plain-page";
import { ActivateForm } from "./activate-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("passwordLink");
  return { title: t("activateTitle") };
}

/** Where the link of an activation mail leads. */
export default async function ActivatePage() {
  const t = await getTranslations("passwordLink");
  return (
    <PlainPage title={t("activateTitle")} intro={t("activateIntro")} back={t("back")}>
      <ActivateForm />
    </PlainPage>
  );
}
