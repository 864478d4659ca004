import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlainPage } from "@/app/login/plain-page";
import { SetupForm } from "./setup-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("setup");
  return { title: t("title") };
}

/** Where the set-up link leads: the first administrator of an empty installation. */
export default async function SetupPage() {
  const t = await getTranslations("setup");
  return (
    <PlainPage title={t("title")} intro={t("intro")}>
      <SetupForm />
    </PlainPage>
  );
}
