import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForgottenForm } from "@/app/login/forgotten/forgotten-form";
import { OpenPage } from "../../_parts/open-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("passwordLink");
  return { title: t("forgottenTitle") };
}

/** Asks for a link with which to choose a new password for the portal. */
export default async function PortalForgottenPage() {
  const t = await getTranslations("portal");
  const words = await getTranslations("passwordLink");
  return (
    <OpenPage title={words("forgottenTitle")} intro={t("forgottenIntro")}>
      <ForgottenForm />
    </OpenPage>
  );
}
