"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { MessageText } from "@/app/_messages/message-text";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { DefinitionList } from "@/app/_ui/definition-list";
import { Notice } from "@/app/_ui/notice";
import { ProgressBar } from "@/app/_ui/progress-bar";
import { Moment } from "@/app/_ui/time";
import { MessageState } from "./message-state";
import { PlaceName } from "./message-table";
import { Recipients } from "./recipients";
import { WithdrawMessage } from "./withdraw-message";

export type OpenedMessage = Outputs["locationMessages"]["view"];

type MessageDetailsProps = { opened: OpenedMessage; first: Outputs["locationMessages"]["recipients"] };

const AGAIN_MS = 2_000;

/** A message beside the list: what it says, how far it is, with whom, and taking it back. */
export function MessageDetails({ opened, first }: MessageDetailsProps) {
  const t = useTranslations("messages");
  const { counts, notices } = opened;
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Below the list, where there is no room beside it: what was asked for is brought into sight.
    const at = top.current;
    if (at && at.getBoundingClientRect().top > window.innerHeight / 2) at.scrollIntoView();
  }, []);
  const states = (["waiting", "delivered", "read", "skipped"] as const).filter((state) => counts[state] > 0);
  const mails = (["waiting", "sent", "failed", "uncertain"] as const).filter((state) => notices[state] > 0);
  const ended = opened.state === "withdrawn" || opened.state === "stopped";
  return (
    <>
      <div ref={top} />
      <Card title={t("details")} aside={<MessageState message={opened} />}>
        <div className="grid gap-3">
          {opened.state === "sending" && <Running opened={opened} />}
          {opened.stopped && (
            <Notice tone="warning">
              <p>{t(`stopped.${opened.stopped}`)}</p>
            </Notice>
          )}
          {opened.withdrawnAt !== null && (
            <Notice tone="neutral">
              <p className="wrap-anywhere">
                {t.rich("withdrawnBy", {
                  name: opened.withdrawnBy ?? "",
                  at: () => <Moment format="sentence" value={opened.withdrawnAt ?? 0} />,
                })}
                {opened.withdrawReason && ` ${t("withdrawnReason", { reason: opened.withdrawReason })}`}
              </p>
            </Notice>
          )}
          <MessageText>{opened.body}</MessageText>
          <DefinitionList
            items={[
              { term: t("columnPlace"), value: <PlaceName place={opened.place} /> },
              { term: t("columnSender"), value: opened.sender },
              { term: t("made"), value: <Moment format="near" value={opened.createdAt} /> },
              ...at(t("goesAt"), opened.scheduledAt),
              ...at(t("doneAt"), opened.sentAt),
              { term: t("expected"), value: t("expectedCount", opened.expected) },
            ]}
          />
          {opened.may.withdraw && <WithdrawMessage opened={opened} />}
        </div>
      </Card>
      <Card flush title={t("recipients")}>
        {states.length > 0 && (
          <ul className="grid gap-0.5 px-pad py-3 text-sm">
            {states.map((state) => (
              <li key={state}>
                <b>{counts[state]}</b> {t(`recipient.${state === "waiting" && ended ? "not-sent" : state}`)}
              </li>
            ))}
            {mails.map((state) => (
              <li key={state} className="text-muted">
                <b>{notices[state]}</b> {t(`notice.${state}`)}
              </li>
            ))}
          </ul>
        )}
        <Recipients messageId={opened.id} first={first} />
      </Card>
    </>
  );
}

/** A moment with its name, when there is one. */
const at = (term: string, value: number | null) =>
  value === null ? [] : [{ term, value: <Moment format="near" value={value} /> }];

/** How many have it, while it goes. */
function Running({ opened }: { opened: OpenedMessage }) {
  const t = useTranslations("messages");
  const [trpc, router] = [useTRPC(), useRouter()];
  const { data } = useQuery(
    trpc.locationMessages.progress.queryOptions(
      { messageId: opened.id },
      {
        initialData: opened,
        refetchInterval: ({ state: { data } }) => (data?.state === "sending" ? AGAIN_MS : false),
      },
    ),
  );
  useEffect(() => {
    if (data.state !== "sending") router.refresh();
  }, [data.state, router]);
  return <ProgressBar label={t("running")} done={data.delivered + data.skipped} total={data.total} />;
}
