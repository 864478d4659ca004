import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { dayAt } from "@/app/_ui/dates";
import { EmptyState } from "@/app/_ui/empty-state";
import { Thread, ThreadEntry } from "@/app/_ui/thread";
import { Day, Moment } from "@/app/_ui/time";

type CarenClient = Outputs["caren"]["client"];

/** What happened with the link of a client: invited, linked, unlinked, newest first. */
export function HistoryCard({ client }: { client: CarenClient }) {
  const t = useTranslations("onsClient");
  const strong = { b: (words: ReactNode) => <b>{words}</b> };
  const invited = client.invitations.flatMap(({ id, madeAt, madeBy, state, endedAt, endedBy, address }) => [
    {
      ...{ key: `${id} made`, at: madeAt, what: t.rich("happened.invited", { ...strong, by: madeBy }) },
      more: address === "" ? null : t("letterTo", { address }),
    },
    ...(state === "open" || state === "redeemed" || endedAt === null
      ? []
      : [
          {
            ...{ key: `${id} ended`, at: endedAt, more: null },
            what: t.rich(`happened.${state}`, { ...strong, by: endedBy ?? "" }),
          },
        ]),
  ]);
  const linked = client.former.flatMap(({ id, name, madeAt, endedAt, endedBy, endReason }) => [
    {
      ...{ key: `${id} made`, at: madeAt, more: null },
      what: t.rich("happened.linked", { ...strong, name }),
    },
    ...(endedAt === null
      ? []
      : [
          {
            ...{ key: `${id} ended`, at: endedAt },
            what: t.rich("happened.unlinked", { ...strong, by: endedBy ?? "" }),
            more: endReason === null ? null : t("endReason", { reason: endReason, name }),
          },
        ]),
  ]);
  const events = [...invited, ...linked].toSorted((a, b) => b.at - a.at);
  return (
    <Card title={t("history")} flush={events.length === 0}>
      {events.length === 0 ? (
        <EmptyState title={t("noHistory")}>
          <p>{t("noHistoryHelp")}</p>
        </EmptyState>
      ) : (
        <Thread label={t("history")}>
          {events.map(({ key, at, what, more }) => (
            <ThreadEntry
              key={key}
              wide
              at={<Day value={dayAt(at)} />}
              part={<Moment value={at} format="time" />}
            >
              <p>{what}</p>
              {more && <p className="text-sm text-muted">{more}</p>}
            </ThreadEntry>
          ))}
        </Thread>
      )}
    </Card>
  );
}
