import { UserRoundPlus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { api, load } from "@/app/_trpc/server";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { EmployeeList } from "./employee-list";
import { loadListChoices, pageSize } from "./list-params";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("employees");
  return { title: t("title") };
}

export default async function EmployeesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const t = await getTranslations("employees");
  const { state } = await loadListChoices(searchParams);
  const first = await load((await api()).employees.list({ state: state ?? undefined, size: pageSize }));
  return (
    <PageMain>
      <PageHead
        title={t("title")}
        note={t("note")}
        aside={
          <LinkButton href="/admin/employees/new" look="primary" icon={<UserRoundPlus />}>
            {t("new")}
          </LinkButton>
        }
      />
      <EmployeeList key={state} first={first} state={state} />
    </PageMain>
  );
}
