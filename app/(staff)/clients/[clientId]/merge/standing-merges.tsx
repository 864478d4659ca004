import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { LinkButton } from "@/app/_ui/link-button";
import { Moment } from "@/app/_ui/time";

type StandingMergesProps = { clientId: string; merges: Outputs["merge"]["list"] };

/** Who was merged into this client, the newest first: that one can be undone. */
export function StandingMerges({ clientId, merges }: StandingMergesProps) {
  const t = useTranslations("merge");
  return (
    <Card title={t("standing")}>
      {merges.length === 0 ? (
        <p className="text-sm text-muted">{t("standingNone")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {merges.map(({ id, retired, survivor, mergedAt, mergedBy, undoable }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2">
              <div>
                <p className="font-medium">{t("standingLine", { retired, survivor })}</p>
                <p className="text-sm text-muted">
                  <Moment value={mergedAt} />, {t("standingBy", { name: mergedBy })}
                </p>
              </div>
              {undoable ? (
                <LinkButton
                  size="small"
                  href={`/clients/${clientId}/merge/undo/${id}`}
                  aria-label={t("undoOf", { retired, survivor })}
                >
                  {t("undo")}
                </LinkButton>
              ) : (
                <p className="text-sm text-muted">{t("undoLater")}</p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
