import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { type Column, DataTable } from "@/app/_ui/data-table";
import { PageLink } from "@/app/_ui/page-link";

type Line = Outputs["roles"]["list"][number];

/** Roles one a row, with their tasks by their exact names. */
export function RoleTable({ lines }: { lines: Line[] }) {
  const t = useTranslations("roles");
  const columns: Column<Line>[] = [
    {
      key: "name",
      label: t("columnName"),
      cell: ({ id, name }) => <PageLink href={`/admin/roles/${id}`}>{name}</PageLink>,
    },
    { key: "tasks", label: t("columnTasks"), cell: ({ tasks }) => tasks.join(" · ") },
    { key: "holders", label: t("columnHolders"), number: true, cell: ({ holders }) => holders },
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
