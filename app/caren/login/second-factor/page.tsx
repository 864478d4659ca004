import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { LeaveHalf } from "@/app/login/leave-half";
import { Verify } from "@/app/login/second-factor/verify";
import { OpenPage } from "../../_parts/open-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("secondFactor");
  return { title: t("verifyTitle") };
}

/** Where a right password leads outside a demo: asks for the second factor. */
export default async function PortalSecondFactorPage() {
  const t = await getTranslations("portal");
  const words = await getTranslations("secondFactor");
  const step = await load((await api()).portalSecondFactor.step());
  if (step === "enrol") redirect("/caren/login/enrol");
  if (step === "none") redirect("/caren");
  return (
    <OpenPage
      title={words("verifyTitle")}
      intro={t("verifyIntro")}
      back={
        <p>
          <LeaveHalf text={words("leave")} />
        </p>
      }
    >
      <Verify />
      <p className="text-sm text-muted">{t("verifyLost")}</p>
    </OpenPage>
  );
}
