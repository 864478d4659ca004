import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { OpenPage } from "../_parts/open-page";
import { ActivationDoor } from "./activation-door";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("passwordLink");
  return { title: t("activateTitle") };
}

/**
 * Where the link of an activation mail of the portal leads, and the code of a letter. Opening it uses nothing up: mail
 * scanners do that too.
 */
export default async function ActivatePortalPage() {
  const { signedIn, refused } = await load((await api()).portal.signInPage());
  return (
    <OpenPage>
      <ActivationDoor signedIn={signedIn} refused={refused} />
    </OpenPage>
  );
}
