import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { portalMe } from "@/app/(caren)/_shell/portal-me";
import { OpenPage } from "../_parts/open-page";
import { Agreement } from "./agreement";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portal");
  return { title: t("consentTitle") };
}

const PARTS = [
  ["consentSeeTitle", "consentSee"],
  ["consentGiveTitle", "consentGive"],
  ["consentLogTitle", "consentLog"],
  ["consentStopTitle", "consentStop"],
] as const;

/** The first sign-in: what is shared, with whom, and that it can be stopped. Before the yes nothing of a client is shown. */
export default async function PortalConsentPage() {
  const t = await getTranslations("portal");
  const { agreed, organisation } = await portalMe();
  if (agreed) redirect("/caren");
  return (
    <OpenPage title={t("consentTitle")} back={null}>
      <Agreement>
        <p className="text-read">
          {organisation ? t("consentIntro", { organisation }) : t("consentIntroAll")}
        </p>
        {PARTS.map(([title, text]) => (
          <section key={title} className="grid gap-1">
            <h2 className="font-reading">{t(title)}</h2>
            <p>{t(text)}</p>
          </section>
        ))}
      </Agreement>
    </OpenPage>
  );
}
