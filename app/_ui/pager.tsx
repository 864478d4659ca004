import { useTranslations } from "next-intl";
import { Button } from "./button";
import { LinkButton } from "./link-button";

type PagerProps = {
  /** Number of the first and the last row shown, counted from 1. */
  from: number;
  to: number;
  total: number;
  previousHref?: string;
  nextHref?: string;
  /** Instead of an address, where the place in the list may not be in one. */
  onPrevious?: () => void;
  onNext?: () => void;
};

/** `1 tot en met 25 van 240`, Vorige, Volgende. Shows no way that leads nowhere. */
export function Pager({ from, to, total, previousHref, nextHref, onPrevious, onNext }: PagerProps) {
  const t = useTranslations("ui");
  return (
    <nav
      aria-label={t("pager")}
      className="no-print flex flex-wrap items-center justify-between gap-3 border-t border-line px-pad py-2 text-sm text-muted"
    >
      <p>{t("pageRange", { from, to, total })}</p>
      <div className="flex gap-2">
        {previousHref && (
          <LinkButton href={previousHref} size="small" rel="prev">
            {t("pagerPrevious")}
          </LinkButton>
        )}
        {onPrevious && (
          <Button size="small" onClick={onPrevious}>
            {t("pagerPrevious")}
          </Button>
        )}
        {onNext && (
          <Button size="small" onClick={onNext}>
            {t("pagerNext")}
          </Button>
        )}
        {nextHref && (
          <LinkButton href={nextHref} size="small" rel="next">
            {t("pagerNext")}
          </LinkButton>
        )}
      </div>
    </nav>
  );
}

type NewestOlderProps = {
  /** What is paged through: "Bladeren door taken" */
  label: string;
  /** Only where this is not the first page */
  newestHref?: string;
  /** Only where more follows */
  olderHref?: string;
};

/** Nieuwste, Ouder: through a list that grows at its top and is not counted. Nothing where all of it is shown. */
export function NewestOlder({ label, newestHref, olderHref }: NewestOlderProps) {
  const t = useTranslations("ui");
  if (!newestHref && !olderHref) return null;
  return (
    <nav aria-label={label} className="no-print flex justify-end gap-2 border-t border-line px-pad py-2">
      {newestHref && (
        <LinkButton href={newestHref} size="small" scroll={false}>
          {t("pagerNewest")}
        </LinkButton>
      )}
      {olderHref && (
        <LinkButton href={olderHref} size="small" rel="next" scroll={false}>
          {t("pagerOlder")}
        </LinkButton>
      )}
    </nav>
  );
}
