import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { PageLink } from "@/app/_ui/page-link";
import { signalIcon } from "./signal-icons";
import { SignalClients, SignalNote } from "./signal-item";

type Signal = Outputs["dashboard"]["view"]["signals"][number];

/** What asks attention: what it is, how many, and the first clients it is about. */
export function SignalList({ signals }: { signals: Signal[] }) {
  const t = useTranslations("dashboard");
  return (
    <ul className="divide-y divide-line">
      {signals.map(({ id, title, help, count, items }) => (
        <li key={id} className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 px-pad py-3">
          <span className="grid size-9 place-items-center rounded-md border border-warning-border bg-warning-bg text-warning-text [&>svg]:size-4.5">
            {signalIcon(id)}
          </span>
          <div className="min-w-0">
            <h3>{title}</h3>
            <p className="text-sm text-muted">{help}</p>
            <ul className="pt-1 text-sm">
              {items.map(({ key, clients, note }) => (
                <li key={key} className="flex flex-wrap gap-x-2 py-0.5">
                  <SignalClients clients={clients} />
                  <SignalNote note={note} />
                </li>
              ))}
            </ul>
            {count > items.length && (
              <PageLink href={`/signals/${id}`} aria-label={t("allOf", { count, title })} className="text-sm">
                {t("all", { count })}
              </PageLink>
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
