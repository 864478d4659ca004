"use client";

import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { PageLink } from "@/app/_ui/page-link";
import { useMinutesLeft } from "../use-minutes-left";

type Own = Outputs["emergency"]["own"];

/** The dossiers you opened and that are still open: back to one, before its hour is over. */
export function OwnEmergencies({ own: { now, lines } }: { own: Own }) {
  const t = useTranslations("emergency");
  return (
    <Card title={t("own")} flush>
      <ul className="divide-y divide-line">
        {lines.map((line) => (
          <li
            key={line.number}
            className="flex min-h-row flex-wrap items-center justify-between gap-x-4 px-pad py-2"
          >
            <PageLink
              href={`/clients/${line.number}`}
              className="inline-flex min-h-6 items-center wrap-anywhere"
            >
              {t("ownClient", { name: line.name, number: String(line.number) })}
            </PageLink>
            <TimeLeft until={line.until} now={now} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function TimeLeft({ until, now }: { until: number; now: number }) {
  const t = useTranslations("emergency");
  const minutes = useMinutesLeft(until, now);
  return <span className="text-muted">{minutes > 0 ? t("ownLeft", { minutes }) : t("ownOver")}</span>;
}
