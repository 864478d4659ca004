import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OpenPage } from "../_parts/open-page";
import { NewPortalPassword } from "./new-portal-password";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("passwordLink");
  return { title: t("newTitle") };
}

/** Where the link for a new password of the portal leads. */
export default function NewPortalPasswordPage() {
  return (
    <OpenPage>
      <NewPortalPassword />
    </OpenPage>
  );
}
