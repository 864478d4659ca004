import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Day } from "@/app/_ui/time";
import { ExportStatus } from "./export-status";
import type { Export } from "./use-exports";

type ExportHeadProps = {
  export: Export;
  /** Who, when and what for, in one or two sentences. */
  children: ReactNode;
};

/** Status, scope and story of an export: the same for those under way, ready and failed. */
export function ExportHead({ export: each, children }: ExportHeadProps) {
  const t = useTranslations("export");
  return (
    <div className="grid gap-0.5">
      <div className="flex flex-wrap items-center gap-2">
        <ExportStatus status={each.status} />
        <h3>{t(`scopes.${each.scope}`)}</h3>
      </div>
      <p className="text-sm text-muted">
        {children}
        {each.dueOn && <> {t.rich("due", { day: () => <Day value={each.dueOn ?? ""} format="long" /> })}</>}
      </p>
      {each.purposeNote && <p className="text-sm text-muted">{t("noteLine", { note: each.purposeNote })}</p>}
    </div>
  );
}
