import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OpenPage } from "../_parts/open-page";
import { ActivatePortal } from "./activate-portal";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("passwordLink");
  return { title: t("activateTitle") };
}

/** Where the link of an activation mail of the portal leads. Opening it uses nothing up: mail scanners do that too. */
export default function ActivatePortalPage() {
  return (
    <OpenPage>
      <ActivatePortal />
    </OpenPage>
  );
}
