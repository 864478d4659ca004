import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "./link-button";

type EmptyStateProps = {
  /** Defaults to "Nog niets vastgelegd". */
  title?: string;
  /** What will come here. */
  children?: ReactNode;
  /** One button at most. */
  action?: ReactNode;
};

/** Nothing has been recorded yet: says what will come here. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  const t = useTranslations("ui");
  return (
    <div className="grid justify-items-start gap-1.5 px-pad py-5">
      <p className="font-bold">{title ?? t("empty")}</p>
      {children && <div className="max-w-(--measure) text-sm text-muted">{children}</div>}
      {action}
    </div>
  );
}

/** Nothing matches: says what was searched (`children`) and offers the way back to everything. */
export function NoHits({ clearHref, children }: { clearHref: string; children?: ReactNode }) {
  const t = useTranslations("ui");
  return (
    <EmptyState
      title={t("noHits")}
      action={
        <LinkButton href={clearHref} size="small">
          {t("filtersClear")}
        </LinkButton>
      }
    >
      {children}
    </EmptyState>
  );
}
