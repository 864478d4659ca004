import { ClipboardCheck, LockKeyhole } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Outputs } from "@/app/_trpc/outputs";
import { PageLink } from "@/app/_ui/page-link";
import { Day } from "@/app/_ui/time";

type Signal = Outputs["dashboard"]["view"]["signals"][number];

const icons: Record<Signal["kind"], ReactNode> = {
  restraints: <LockKeyhole />,
  "care-plans": <ClipboardCheck />,
};

/** What asks attention: what it is, how many, and the first clients it is about. */
export function SignalList({ signals }: { signals: Signal[] }) {
  const t = useTranslations("dashboard");
  return (
    <ul className="divide-y divide-line">
      {signals.map(({ kind, count, clients }) => (
        <li key={kind} className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 px-pad py-3">
          <span className="grid size-9 place-items-center rounded-md border border-warning-border bg-warning-bg text-warning-text [&>svg]:size-4.5">
            {icons[kind]}
          </span>
          <div className="min-w-0">
            <h3>{t(`signal.${kind}.title`)}</h3>
            <p className="text-sm text-muted">{t(`signal.${kind}.help`)}</p>
            <ul className="pt-1 text-sm">
              {clients.map(({ entryId, number, name, day, overdue }) => (
                <li key={entryId} className="flex flex-wrap gap-x-2 py-0.5">
                  <PageLink href={`/clients/${number}/dossier/${kind}`}>{name}</PageLink>
                  <span className={overdue ? "font-medium text-warning-text" : "text-muted"}>
                    {t(overdue ? "overdue" : "due")} <Day value={day} near />
                  </span>
                </li>
              ))}
            </ul>
            {count > clients.length && (
              <p className="text-sm text-muted">{t("andMore", { count: count - clients.length })}</p>
            )}
          </div>
          <p className="text-xl font-bold">
            <span className="sr-only">{t("count")} </span>
            {count}
          </p>
        </li>
      ))}
    </ul>
  );
}
