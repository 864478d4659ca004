import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { NewEmployee } from "./new-employee";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("employees");
  return { title: t("new") };
}

export default async function NewEmployeePage() {
  const t = await getTranslations("employees");
  const choices = await load((await api()).employees.choices());
  return (
    <PageMain>
      <PageHead
        above={<Breadcrumb crumbs={[{ label: t("title"), href: "/admin/employees" }, { label: t("new") }]} />}
        title={t("new")}
        note={t("makeNote")}
      />
      <NewEmployee choices={choices} />
    </PageMain>
  );
}
