import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { CardLine, CardLines } from "@/app/_ui/card-lines";
import { PageLink } from "@/app/_ui/page-link";
import { Moment } from "@/app/_ui/time";
import { jobName } from "../_parts/job-name";

/** What happens next by itself: sleeps that end, new attempts, fixed times. */
export function DueCard({ due }: { due: Outputs["jobs"]["overview"]["due"] }) {
  const t = useTranslations("jobs");
  return (
    <Card title={t("due")}>
      {due.length === 0 ? (
        <p className="text-sm text-muted">{t("dueEmpty")}</p>
      ) : (
        <CardLines>
          {due.map(({ key, runId, function: fn, what, at }) => (
            <CardLine
              key={key}
              title={
                runId === null ? (
                  jobName(fn, t)
                ) : (
                  <PageLink href={`/admin/jobs/${runId}`}>{jobName(fn, t)}</PageLink>
                )
              }
              note={
                <>
                  {t(`dueWhat.${what}`)}, <Moment value={at} format="near" />
                </>
              }
            />
          ))}
        </CardLines>
      )}
    </Card>
  );
}
