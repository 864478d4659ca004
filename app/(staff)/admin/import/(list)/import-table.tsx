import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/app/_ui/data-table";
import { PageLink } from "@/app/_ui/page-link";
import { Moment } from "@/app/_ui/time";
import { ImportStatus } from "../_parts/import-status";
import type { Import } from "./use-imports";

/** Imports one a row: who, when, where to and how many; the moment opens its report. */
export function ImportTable({ imports }: { imports: Import[] }) {
  const t = useTranslations("imports");
  const counted = (pick: (totals: NonNullable<Import["totals"]>) => number) => (shown: Import) =>
    shown.totals && t("count", { count: pick(shown.totals) });
  const columns: Column<Import>[] = [
    {
      key: "requestedAt",
      label: t("columnWhen"),
      cell: ({ id, requestedAt }) => (
        <PageLink href={`/admin/import/${id}`}>
          <Moment value={requestedAt} />
        </PageLink>
      ),
    },
    { key: "status", label: t("columnStatus"), cell: (shown) => <ImportStatus shown={shown} /> },
    { key: "by", label: t("columnBy"), cell: ({ requestedBy }) => requestedBy },
    { key: "location", label: t("columnLocation"), cell: ({ location }) => location },
    {
      key: "files",
      label: t("columnFiles"),
      number: true,
      cell: ({ files }) => t("count", { count: files }),
    },
    { key: "clients", label: t("columnClients"), number: true, cell: counted(({ clients }) => clients) },
    { key: "read", label: t("columnRead"), number: true, cell: counted(({ read }) => read) },
    { key: "refused", label: t("columnRefused"), number: true, cell: counted(({ refused }) => refused) },
  ];
  return (
    <DataTable
      captionHidden
      caption={t("earlier")}
      columns={columns}
      items={imports}
      itemKey={({ id }) => id}
    />
  );
}
