"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { failureOf } from "@/app/_trpc/failure";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { Moment } from "@/app/_ui/time";

type Page = Outputs["locationMessages"]["recipients"];
type Line = Page["lines"][number];

/** The recipients of a message one by one, some at a time: who, about whom, and how far it is with them. */
export function Recipients({ messageId, first }: { messageId: string; first: Page }) {
  const t = useTranslations("messages");
  const client = useTRPCClient();
  const [more, setMore] = useState<Page>({ lines: [], next: first.next });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const lines = [...first.lines, ...more.lines];
  const load = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const page = await client.locationMessages.recipients.query({ messageId, after: more.next });
      setMore({ lines: [...more.lines, ...page.lines], next: page.next });
    } catch (error) {
      const found = failureOf(error);
      setFailure(found.kind === "signed-out" ? t("signedOut") : (found.sentence ?? t("noAnswer")));
    }
    setBusy(false);
  };
  if (lines.length === 0) {
    return (
      <EmptyState title={t("recipientsEmpty")}>
        <p>{t("recipientsEmptyText")}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="divide-y divide-line border-t border-line">
        {lines.map((line) => (
          <RecipientLine key={line.key} line={line} />
        ))}
      </ul>
      {failure && (
        <Notice tone="danger" announce>
          <p>{failure}</p>
        </Notice>
      )}
      {more.next && (
        <div className="border-t border-line px-pad py-2">
          <Button size="small" busy={busy && t("busyLoading")} onClick={load}>
            {t("moreRecipients")}
          </Button>
        </div>
      )}
    </>
  );
}

function RecipientLine({ line }: { line: Line }) {
  const t = useTranslations("messages");
  const at = line.readAt ?? line.deliveredAt;
  return (
    <li className="grid gap-0.5 px-pad py-2 text-sm">
      <p className="flex flex-wrap justify-between gap-x-2">
        <b>{line.name}</b>
        <span>{t(`recipient.${line.state}`)}</span>
      </p>
      <p className="flex flex-wrap justify-between gap-x-2 text-muted">
        <PageLink href={`/ons-client/clients/${line.client.number}`}>{line.client.name}</PageLink>
        {at !== null && <Moment format="near" value={at} />}
      </p>
      {line.skipped && <p className="text-muted">{t(`skipped.${line.skipped}`)}</p>}
      {line.notice !== "none" && <p className="text-muted">{t(`notice.${line.notice}`)}</p>}
    </li>
  );
}
