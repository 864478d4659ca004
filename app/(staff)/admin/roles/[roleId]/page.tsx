import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { RoleForm } from "../_parts/role-form";
import { DeleteRole } from "./delete-role";
import { HoldersCard } from "./holders-card";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("roles");
  return { title: t("title") };
}

/** One role: its tasks with what they let someone do, and who holds it. */
export default async function RolePage({ params }: { params: Promise<{ roleId: string }> }) {
  const { roleId } = await params;
  const { roles } = await api();
  const role = await load(roles.view({ roleId: roleId.slice(0, 64) }));
  const tasks = await load(roles.tasks());
  const t = await getTranslations("roles");
  return (
    <PageMain>
      <PageHead
        above={<Breadcrumb crumbs={[{ label: t("title"), href: "/admin/roles" }, { label: role.name }]} />}
        title={role.name}
        aside={<DeleteRole role={role} />}
      />
      {role.own && (
        <Notice tone="info" slim>
          <p>{t("own")}</p>
        </Notice>
      )}
      <RoleForm tasks={tasks} role={role} />
      <HoldersCard holders={role.holders} />
    </PageMain>
  );
}
