import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlainPage } from "../plain-page";
import { NewPasswordForm } from "./new-password-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("passwordLink");
  return { title: t("newTitle") };
}

/** Where the link for a new password leads. */
export default function NewPasswordPage() {
  return (
    <PlainPage>
      <NewPasswordForm />
    </PlainPage>
  );
}
