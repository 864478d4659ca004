import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { RoleTable } from "./role-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("roles");
  return { title: t("title") };
}

export default async function RolesPage() {
  const t = await getTranslations("roles");
  const lines = await load((await api()).roles.list());
  return (
    <PageMain>
      <PageHead
        title={t("title")}
        note={t("note")}
        aside={
          <LinkButton href="/admin/roles/new" look="primary" icon={<Plus />}>
            {t("new")}
          </LinkButton>
        }
      />
      <Card flush>
        {lines.length === 0 ? (
          <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>
        ) : (
          <RoleTable lines={lines} />
        )}
      </Card>
    </PageMain>
  );
}
