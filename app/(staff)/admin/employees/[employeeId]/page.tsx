import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { EmployeeStateBadge } from "../_parts/employee-state";
import { AccountCard } from "./account-card";
import { PersonCard } from "./person-card";
import { RolesCard } from "./roles-card";
import { WhyCard } from "./why-card";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("employees");
  return { title: t("title") };
}

/** One employee: who, the account, roles with reach in words, and why they may or may not. */
export default async function EmployeePage({ params }: { params: Promise<{ employeeId: string }> }) {
  const { employeeId } = await params;
  const { employees } = await api();
  const employee = await load(employees.view({ employeeId: employeeId.slice(0, 64) }));
  const choices = await load(employees.choices());
  const t = await getTranslations("employees");
  return (
    <PageMain>
      <PageHead
        above={
          <Breadcrumb crumbs={[{ label: t("title"), href: "/admin/employees" }, { label: employee.name }]} />
        }
        title={employee.name}
        note={employee.title}
        aside={<EmployeeStateBadge state={employee.state} />}
      />
      {employee.self && (
        <Notice tone="info" slim>
          <p>{t("ownRights")}</p>
        </Notice>
      )}
      <div className="grid items-start gap-gap desk:grid-cols-2">
        <div className="grid min-w-0 gap-gap">
          <PersonCard employee={employee} expertises={choices.expertises} />
          <AccountCard employee={employee} />
        </div>
        <RolesCard employee={employee} choices={choices} />
      </div>
      <WhyCard employeeId={employee.id} name={employee.name} />
    </PageMain>
  );
}
