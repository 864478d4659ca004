import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Enrol } from "@/app/login/enrol/enrol";
import { LeaveHalf } from "@/app/login/leave-half";
import { OpenPage } from "../../_parts/open-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("secondFactor");
  return { title: t("enrolTitle") };
}

/** Where who must have a second factor in the portal gets one, before signing in for the first time. */
export default async function PortalEnrolPage() {
  const t = await getTranslations("portal");
  const words = await getTranslations("secondFactor");
  const step = await load((await api()).portalSecondFactor.step());
  if (step !== "enrol") redirect("/caren/login/second-factor");
  return (
    <OpenPage
      title={words("enrolTitle")}
      intro={t("enrolIntro")}
      back={
        <p>
          <LeaveHalf text={words("leave")} />
        </p>
      }
    >
      <Enrol />
    </OpenPage>
  );
}
