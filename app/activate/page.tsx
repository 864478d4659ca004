import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlainPage } from "@/app/login/plain-page";
import { ActivateForm } from "./activate-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("passwordLink");
  return { title: t("activateTitle") };
}

/** Where the link of an activation mail leads. */
export default function ActivatePage() {
  return (
    <PlainPage>
      <ActivateForm />
    </PlainPage>
  );
}
