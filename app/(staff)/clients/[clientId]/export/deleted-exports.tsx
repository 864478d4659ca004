"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";
import { type Column, DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { Moment } from "@/app/_ui/time";
import { LISTED_AT_MOST } from "@/server/export/input";
import { ExportStatus } from "./export-status";
import { FailureReason } from "./failure-reason";
import type { Export } from "./use-exports";

/** The traces of exports whose file is gone: who, when, what for and whether it worked. */
export function DeletedExports({
  exports,
  cut,
}: {
  exports: Export[] /** Older ones are not listed. */;
  cut: boolean;
}) {
  const t = useTranslations("export");
  const columns: Column<Export>[] = [
    { key: "started", label: t("columnStarted"), cell: (each) => <Moment value={each.requestedAt} /> },
    {
      key: "by",
      label: t("columnBy"),
      cell: (each) => <span className="tablet:whitespace-nowrap">{each.requestedBy}</span>,
    },
    {
      key: "what",
      label: t("columnWhat"),
      cell: (each) =>
        t("what", { scope: t(`scopesShort.${each.scope}`), purpose: t(`purposesShort.${each.purpose}`) }),
    },
    {
      key: "worked",
      label: t("columnWorked"),
      cell: (each) => (
        <div className="grid justify-items-start gap-0.5">
          <ExportStatus status={each.status} />
          {each.failure && <FailureReason export={each} />}
        </div>
      ),
    },
    { key: "deleted", label: t("columnDeleted"), cell: (each) => <DeletedAt export={each} /> },
  ];
  return (
    <Card flush title={t("deleted")}>
      {exports.length === 0 ? (
        <EmptyState title={t("deletedEmptyTitle")}>{t("deletedEmpty")}</EmptyState>
      ) : (
        <>
          <p className="px-pad py-2 text-sm text-muted">
            {t("deletedNote")} {cut && t("deletedCut", { count: LISTED_AT_MOST })}
          </p>
          <DataTable
            captionHidden
            caption={t("deletedCaption")}
            columns={columns}
            items={exports}
            itemKey={({ id }) => id}
          />
        </>
      )}
    </Card>
  );
}

/** A failed export left nothing to delete; an expired one is refused at once and swept a little later. */
function DeletedAt({ export: each }: { export: Export }) {
  const t = useTranslations("export");
  if (each.deletedAt !== null) return <Moment value={each.deletedAt} />;
  return t(each.status === "failed" ? "deletedAtOnce" : "deletedNow");
}
