import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { LeaveHalf } from "../leave-half";
import { PlainPage } from "../plain-page";
import { Enrol } from "./enrol";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("secondFactor");
  return { title: t("enrolTitle") };
}

/** Where who must have a second factor gets one, before signing in for the first time. */
export default async function EnrolPage() {
  const t = await getTranslations("secondFactor");
  const step = await load((await api()).secondFactor.step());
  if (step !== "enrol") redirect("/login/second-factor");
  return (
    <PlainPage title={t("enrolTitle")} intro={t("enrolIntro")} back={<LeaveHalf text={t("leave")} />}>
      <Enrol />
    </PlainPage>
  );
}
