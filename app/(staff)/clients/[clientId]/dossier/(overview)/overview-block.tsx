import { EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";
import { CardLine, CardLines } from "@/app/_ui/card-lines";
import { dayAt } from "@/app/_ui/dates";
import { PageLink } from "@/app/_ui/page-link";
import { Day, Moment } from "@/app/_ui/time";
import { SummaryBadge } from "../_parts/summary-badge";
import { NewBadge } from "../[part]/entry-badges";
import type { Block } from "./block-columns";

/** One part on the overview: what is current, the newest few in a line each, and the way to all of it. */
export function OverviewBlock({ clientId, block }: { clientId: string; block: Block }) {
  const t = useTranslations("dossier");
  const { slug, label, current, total, lines, notShown } = block;
  const href = `/clients/${clientId}/dossier/${slug}`;
  const more = current - lines.length;
  const unseen = notShown.hidden + notShown.otherExpertise;
  return (
    <Card
      title={label}
      aside={
        <PageLink href={href}>
          {t(current < total ? "current" : "all", { count: current })}
          <span className="sr-only"> {label}</span>
        </PageLink>
      }
    >
      {lines.length === 0 ? (
        <p className="text-sm text-muted">{t("nothingCurrent")}</p>
      ) : (
        <CardLines>
          {lines.map((line) => (
            <CardLine
              key={line.id}
              title={
                <>
                  {line.title} <NewBadge entry={line} />
                </>
              }
              note={line.detail && <span className="line-clamp-2 print:line-clamp-none">{line.detail}</span>}
              end={
                <span className="flex flex-col items-end">
                  {line.badge && <SummaryBadge badge={line.badge} />}
                  {slug === "reports" ? (
                    <Moment value={line.moment} format="near" />
                  ) : (
                    <Day value={dayAt(line.moment)} near />
                  )}
                </span>
              }
            />
          ))}
        </CardLines>
      )}
      {unseen > 0 && (
        <p className="flex items-center gap-1.5 pt-1.5 text-sm text-private-text">
          <EyeOff className="size-4 flex-none" />
          {t("unseen", { count: unseen })}
        </p>
      )}
      {more > 0 && (
        <p className="pt-1.5 text-sm">
          <PageLink href={href}>{t("more", { count: more, part: label })}</PageLink>
        </p>
      )}
    </Card>
  );
}
