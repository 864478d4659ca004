import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { LoadFailed } from "@/app/_ui/load-failed";
import { Skeleton } from "@/app/_ui/skeleton";
import { AuditFoot } from "./audit-foot";
import { AuditTable } from "./audit-table";
import type { AuditPages } from "./use-audit-page";

type AuditListProps = {
  pages: AuditPages;
  opened: number | undefined;
  onOpen: (sequence: number) => void;
};

/** The rows that answer the question, newest first. */
export function AuditList({ pages, opened, onOpen }: AuditListProps) {
  const t = useTranslations("audits");
  const { page, error, busy, everything } = pages;
  const count = page && t(page.total.more ? "countMore" : "count", { rows: page.total.rows });
  return (
    <Card flush title={t("rows")} aside={page && !error && <span className="text-muted">{count}</span>}>
      <p role="status" className="sr-only">
        {busy ? null : count}
      </p>
      {error ? (
        <LoadFailed message={error.message} onRetry={pages.retry} />
      ) : !page ? (
        <Skeleton lines={10} />
      ) : page.lines.length === 0 ? (
        <EmptyState title={t(everything ? "emptyTitle" : "noHitsTitle")}>
          {t(everything ? "empty" : "noHits")}
        </EmptyState>
      ) : (
        <div aria-busy={busy} className={busy ? "opacity-60" : undefined}>
          <AuditTable lines={page.lines} opened={opened} onOpen={onOpen} />
        </div>
      )}
      {page && !error && <AuditFoot pages={pages} />}
    </Card>
  );
}
