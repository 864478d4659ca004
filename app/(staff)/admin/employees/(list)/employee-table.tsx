import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { type Column, DataTable } from "@/app/_ui/data-table";
import { PageLink } from "@/app/_ui/page-link";
import { EmployeeStateBadge } from "../_parts/employee-state";

type Line = Outputs["employees"]["list"]["lines"][number];

/** Employees one a row; the name opens them. */
export function EmployeeTable({ lines }: { lines: Line[] }) {
  const t = useTranslations("employees");
  const columns: Column<Line>[] = [
    {
      key: "name",
      label: t("columnName"),
      cell: ({ id, name }) => <PageLink href={`/admin/employees/${id}`}>{name}</PageLink>,
    },
    { key: "title", label: t("columnTitle"), cell: ({ title }) => title },
    {
      key: "email",
      label: t("columnEmail"),
      cell: ({ email }) => <span className="break-all">{email}</span>,
    },
    {
      key: "roles",
      label: t("columnRoles"),
      cell: ({ roles }) =>
        roles.length > 0 ? roles.join(", ") : <span className="text-muted">{t("noRoles")}</span>,
    },
    { key: "state", label: t("columnState"), cell: ({ state }) => <EmployeeStateBadge state={state} /> },
  ];
  return (
    <DataTable
      captionHidden
      caption={t("caption")}
      columns={columns}
      items={lines}
      itemKey={({ id }) => id}
    />
  );
}
