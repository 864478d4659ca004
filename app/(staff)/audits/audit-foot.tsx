import { FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { LinkButton } from "@/app/_ui/link-button";
import { LogDownloads } from "./log-downloads";
import type { AuditPages } from "./use-audit-page";

/** Under the list: the way through it, and what can be taken along. */
export function AuditFoot({ pages }: { pages: AuditPages }) {
  const t = useTranslations("audits");
  const { page, query } = pages;
  return (
    <div className="no-print grid gap-3 border-t border-line px-pad py-2">
      {(page?.older || page?.newer) && (
        <nav aria-label={t("pages")} className="flex flex-wrap justify-end gap-2">
          {page.newer && (
            <>
              <Button size="small" onClick={pages.newest}>
                {t("newest")}
              </Button>
              <Button size="small" onClick={pages.newer}>
                {t("newer")}
              </Button>
            </>
          )}
          {page.older && (
            <>
              <Button size="small" onClick={pages.older}>
                {t("older")}
              </Button>
              <Button size="small" onClick={pages.oldest}>
                {t("oldest")}
              </Button>
            </>
          )}
        </nav>
      )}
      <LogDownloads query={query}>
        {query.client !== undefined && (
          <LinkButton href={`/audits/clients/${query.client}`} size="small" icon={<FileText />}>
            {t("forClient")}
          </LinkButton>
        )}
      </LogDownloads>
    </div>
  );
}
