"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { MessageFrame } from "@/app/_messages/message-frame";
import { MessageText } from "@/app/_messages/message-text";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { TextButton } from "@/app/_ui/text-button";
import { Moment } from "@/app/_ui/time";

type Message = Outputs["portalMessages"]["list"]["messages"][number];

type OwnMessagesProps = { clientId: string; messages: Message[] };

/** Earlier ones are folded away behind a button. */
const SHOWN = 3;

/** The messages about a client, the newest first, each in its blue frame; a new one is opened, and then read. */
export function OwnMessages({ clientId, messages }: OwnMessagesProps) {
  const t = useTranslations("portalMessages");
  const [all, setAll] = useState(false);
  const unread = messages.filter(({ unread }) => unread).length;
  const shown = all ? messages : messages.filter((each, index) => each.unread || index < SHOWN);
  const earlier = messages.length - shown.length;
  return (
    <section aria-labelledby="messages" className="grid gap-3">
      <h2 id="messages" className="font-reading">
        {t("title")}
      </h2>
      <p>{messages.length === 0 ? t("none") : t("unread", { unread })}</p>
      {shown.map((message) => (
        <OwnMessage key={message.id} clientId={clientId} message={message} />
      ))}
      {earlier > 0 && (
        <p>
          <TextButton onClick={() => setAll(true)}>{t("earlier", { earlier })}</TextButton>
        </p>
      )}
    </section>
  );
}

function OwnMessage({ clientId, message }: { clientId: string; message: Message }) {
  const t = useTranslations("portalMessages");
  const [trpc, router] = [useTRPC(), useRouter()];
  const { id, from, at, body, withdrawnAt, unread } = message;
  const [opened, setOpened] = useState(!unread);
  const reading = useMutation(
    trpc.portalMessages.read.mutationOptions({ onSuccess: () => router.refresh() }),
  );
  const open = () => {
    setOpened(true);
    reading.mutate({ clientId, messageId: id });
  };
  const isNew = unread && !reading.isSuccess;
  return (
    <MessageFrame
      id={`message-${id}`}
      title={from === null ? t("message") : t("from", { from })}
      aside={
        <>
          {isNew && <b>{t("new")}, </b>}
          <Moment format="near" value={at} />
        </>
      }
    >
      {body === null && (
        <p>{t.rich("withdrawn", { at: () => <Moment format="sentence" value={withdrawnAt ?? at} /> })}</p>
      )}
      {body !== null && !opened && (
        <div>
          <Button look="primary" aria-describedby={`message-${id}`} onClick={open}>
            {t("open")}
          </Button>
        </div>
      )}
      {body !== null && opened && (
        <div role={unread ? "status" : undefined}>
          <MessageText>{body}</MessageText>
        </div>
      )}
      {reading.isError && (
        <Notice tone="warning" announce>
          <p>{t("notNoted")}</p>
        </Notice>
      )}
    </MessageFrame>
  );
}
