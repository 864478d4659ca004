import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { type Column, DataTable } from "@/app/_ui/data-table";
import { PageLink } from "@/app/_ui/page-link";
import { PortalStateBadge } from "../_parts/portal-state";

type Line = Outputs["portalAccounts"]["list"]["lines"][number];

/** Portal accounts one a row; the name opens them. To whom they are something is a number only. */
export function AccountTable({ lines }: { lines: Line[] }) {
  const t = useTranslations("portalAccounts");
  const columns: Column<Line>[] = [
    {
      key: "name",
      label: t("columnName"),
      cell: ({ id, name }) => <PageLink href={`/admin/portal-accounts/${id}`}>{name}</PageLink>,
    },
    {
      key: "email",
      label: t("columnEmail"),
      cell: ({ email }) => <span className="break-all">{email}</span>,
    },
    { key: "clients", label: t("columnClients"), cell: ({ clients }) => clients },
    { key: "state", label: t("columnState"), cell: ({ state }) => <PortalStateBadge state={state} /> },
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
