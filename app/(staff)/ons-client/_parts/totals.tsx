import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { CAREN_STATUSES } from "@/server/caren/kinds";
import { CarenStatusBadge } from "./caren-status";

type Totals = Outputs["caren"]["dashboard"]["totals"];

/** The three figures at the top: clients linked, locations with Caren, messages sent. */
export function CarenTotals({ totals, known }: { totals: Totals; known: boolean }) {
  const t = useTranslations("onsClient");
  const { clients, byStatus, locations, messages } = totals;
  const unknown = t("totalUnknown");
  return (
    <section aria-label={t("totals")}>
      <dl className="grid gap-px overflow-clip rounded-lg border border-line bg-line tablet:grid-cols-3">
        <Total figure={known ? byStatus.linked : unknown} words={t("totalLinked", { clients })} />
        <Total figure={locations ?? unknown} words={t("totalLocations", { count: locations ?? 0 })} />
        <Total figure={messages} words={t("totalMessages", { count: messages })} />
      </dl>
    </section>
  );
}

function Total({ figure, words }: { figure: ReactNode; words: string }) {
  return (
    <div className="flex flex-col-reverse justify-end bg-surface px-pad py-3">
      <dt className="text-sm text-muted">{words}</dt>
      <dd className="text-2xl font-bold">{figure}</dd>
    </div>
  );
}

/** How many clients have which status; the same figures as the list gives when it is filtered. */
export function CarenDistribution({ byStatus }: { byStatus: Totals["byStatus"] }) {
  const t = useTranslations("onsClient");
  return (
    <Card title={t("distribution")}>
      <dl className="grid gap-2">
        {CAREN_STATUSES.map((status) => (
          <div key={status} className="flex items-center justify-between gap-3">
            <dt>
              <CarenStatusBadge status={status} />
            </dt>
            <dd className="font-bold">{byStatus[status]}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
