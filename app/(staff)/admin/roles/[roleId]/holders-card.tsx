import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { type Column, DataTable } from "@/app/_ui/data-table";
import { PageLink } from "@/app/_ui/page-link";
import { reachWords } from "@/app/(staff)/_rights/reach-words";
import { EmployeeStateBadge } from "../../employees/_parts/employee-state";

type Holder = Outputs["roles"]["view"]["holders"][number];

/** Who holds a role, and where it counts for them. */
export function HoldersCard({ holders }: { holders: Holder[] }) {
  const t = useTranslations("roles");
  const rights = useTranslations("rights");
  const columns: Column<Holder>[] = [
    {
      key: "name",
      label: t("columnEmployee"),
      cell: ({ employeeId, name }) => <PageLink href={`/admin/employees/${employeeId}`}>{name}</PageLink>,
    },
    { key: "reach", label: t("columnReach"), cell: ({ reach }) => reachWords(reach, rights) },
    { key: "state", label: t("columnState"), cell: ({ state }) => <EmployeeStateBadge state={state} /> },
  ];
  return (
    <Card flush title={t("holders")}>
      {holders.length === 0 ? (
        <p className="px-pad py-3 text-sm text-muted">{t("holdersEmpty")}</p>
      ) : (
        <DataTable
          captionHidden
          caption={t("holdersCaption")}
          columns={columns}
          items={holders}
          itemKey={({ grantId }) => grantId}
        />
      )}
    </Card>
  );
}
