import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { RoleForm } from "../_parts/role-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("roles");
  return { title: t("new") };
}

export default async function NewRolePage() {
  const t = await getTranslations("roles");
  const tasks = await load((await api()).roles.tasks());
  return (
    <PageMain>
      <PageHead
        above={<Breadcrumb crumbs={[{ label: t("title"), href: "/admin/roles" }, { label: t("new") }]} />}
        title={t("new")}
      />
      <RoleForm tasks={tasks} />
    </PageMain>
  );
}
