import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlainPage } from "../plain-page";
import { ForgottenForm } from "./forgotten-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("passwordLink");
  return { title: t("forgottenTitle") };
}

/** Asks for a link with which to choose a new password. */
export default async function ForgottenPage() {
  const t = await getTranslations("passwordLink");
  return (
    <PlainPage title={t("forgottenTitle")} intro={t("forgottenIntro")} back={t("back")}>
      <ForgottenForm />
    </PlainPage>
  );
}
