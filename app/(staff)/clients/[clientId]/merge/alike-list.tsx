import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { LinkButton } from "@/app/_ui/link-button";
import { PageLink } from "@/app/_ui/page-link";
import { Day } from "@/app/_ui/time";
import { CertaintyBadge } from "@/app/(staff)/clients/duplicates/certainty-badge";

type AlikeListProps = { clientId: string; pairs: Outputs["duplicates"]["list"]["pairs"] };

/** Who looks like this client, the likeliest first. */
export function AlikeList({ clientId, pairs }: AlikeListProps) {
  const t = useTranslations("merge");
  return (
    <Card title={t("alike")} aside={<PageLink href="/clients/duplicates">{t("alikeAll")}</PageLink>}>
      <ul className="divide-y divide-line">
        {pairs.map(({ left, right, certainty }) => {
          const other = String(left.number) === clientId ? right : left;
          return (
            <li
              key={other.number}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2"
            >
              <div className="min-w-0">
                <p className="font-medium">{other.name}</p>
                <p className="text-sm text-muted">
                  {other.number}
                  {other.birthDate && (
                    <>
                      , <Day value={other.birthDate} />
                    </>
                  )}
                  {other.places.map((place) => `, ${place}`).join("")}
                </p>
              </div>
              <div className="flex flex-wrap items-center gap-3">
                <CertaintyBadge certainty={certainty} />
                <LinkButton
                  size="small"
                  href={`/clients/${clientId}/merge/${other.number}`}
                  aria-label={t("compareWith", { number: other.number })}
                >
                  {t("compare")}
                </LinkButton>
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
