import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { IntakeForm } from "./intake-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("intake");
  return { title: t("title") };
}

export default async function NewClientPage() {
  const t = await getTranslations("intake");
  const { fields, today } = await load((await api()).clients.intakeForm());
  return (
    <PageMain>
      <div className="grid max-w-240 gap-gap">
        <PageHead title={t("title")} note={t("note")} />
        <IntakeForm fields={fields} today={today} />
      </div>
    </PageMain>
  );
}
