import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { LeaveHalf } from "../leave-half";
import { PlainPage } from "../plain-page";
import { Verify } from "./verify";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("secondFactor");
  return { title: t("verifyTitle") };
}

/** Where a right password leads: asks for the second factor, or on to where there is nothing to ask. */
export default async function SecondFactorPage() {
  const t = await getTranslations("secondFactor");
  const { secondFactor, account } = await api();
  const step = await load(secondFactor.step());
  if (step === "enrol") redirect("/login/enrol");
  if (step === "none") redirect((await load(account.signInPage())).signedIn ? "/" : "/login");
  return (
    <PlainPage title={t("verifyTitle")} intro={t("verifyIntro")} back={<LeaveHalf text={t("leave")} />}>
      <Verify />
      <p className="text-sm text-muted">{t("lost")}</p>
    </PlainPage>
  );
}
