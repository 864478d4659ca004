"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useTRPC, useTRPCClient } from "@/app/_trpc/client";
import { failureOf, isKeyUsed } from "@/app/_trpc/failure";
import { lastWords } from "@/app/_trpc/last-words";
import { DraftKeeper, type DraftState } from "@/app/_ui/draft-keeper";
import type { TypedMoment } from "@/app/_ui/moment-field";
import { parseDay } from "@/app/_ui/parse-day";
import { parseTime } from "@/app/_ui/parse-time";
import { showToast } from "@/app/_ui/toast-queue";
import { countSigns, MESSAGE_LENGTH } from "@/server/caren/messages/text";
import { momentAt } from "./moment";

type Fault = "empty" | "long" | "moment";

/** Writing a message for one location (its code) or for all in reach (null): kept while one types, sent once. */
export function useCompose(location: string | null, onSent: () => void) {
  const t = useTranslations("messages");
  const [trpc, client, queries, router] = [useTRPC(), useTRPCClient(), useQueryClient(), useRouter()];
  const preview = useQuery(
    trpc.locationMessages.preview.queryOptions({ location }, { staleTime: 0, gcTime: 0, retry: false }),
  );
  const [body, setBody] = useState<string>();
  const [later, setLater] = useState(false);
  const [moment, setMoment] = useState<TypedMoment>({ day: "", time: "" });
  const [draft, setDraft] = useState<DraftState>({ kind: "none" });
  const [fault, setFault] = useState<Fault>();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const requestKey = useRef<string>(undefined);
  const kept = preview.data?.draft;
  const text = body ?? kept?.body ?? "";
  const [keeper] = useState(
    () =>
      new DraftKeeper<string>({
        onState: setDraft,
        send: async (typed) => {
          try {
            const { savedAt } = await client.locationMessages.keep.mutate({ location, body: typed });
            return { kind: "saved", at: savedAt };
          } catch (error) {
            return failureOf(error);
          }
        },
        sendLast: (typed) => {
          // Nobody is left to hear of a failure; what was kept before stays.
          void lastWords.locationMessages.keep.mutate({ location, body: typed }).catch(() => undefined);
        },
      }),
  );
  useEffect(() => {
    const leave = () => keeper.leave();
    const retry = () => keeper.retry();
    window.addEventListener("pagehide", leave);
    window.addEventListener("online", retry);
    return () => {
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("online", retry);
      leave();
    };
  }, [keeper]);

  const scheduledAt = () => {
    const [day, time] = [parseDay(moment.day), parseTime(moment.time)];
    return day && time ? momentAt(day, time) : undefined;
  };
  const faultNow = (): Fault | undefined => {
    if (text.trim() === "") return "empty";
    if (countSigns(text) > MESSAGE_LENGTH) return "long";
    return later && scheduledAt() === undefined ? "moment" : undefined;
  };
  const send = async () => {
    const wrong = faultNow();
    setFault(wrong);
    setFailure(undefined);
    if (wrong || busy || !preview.data) return;
    setBusy(true);
    await keeper.pause();
    requestKey.current ??= crypto.randomUUID();
    const { reached: seenClients, accounts: seenAccounts } = preview.data;
    const at = later ? (scheduledAt() ?? null) : null;
    const message = { location, body: text, scheduledAt: at, seenClients, seenAccounts };
    try {
      await client.locationMessages.send.mutate({ ...message, requestKey: requestKey.current });
      keeper.forget();
      showToast(later ? t("scheduled") : t("sent"));
      await queries.invalidateQueries({ queryKey: trpc.locationMessages.pathKey() });
      router.refresh();
      onSent();
    } catch (error) {
      const found = failureOf(error);
      if (isKeyUsed(found)) requestKey.current = undefined;
      setFailure(found.kind === "signed-out" ? t("signedOut") : (found.sentence ?? t("noAnswer")));
      keeper.resume(text);
    }
    setBusy(false);
  };
  return {
    ...{ preview, text, later, moment, draft, fault, failure, busy },
    /** Of an earlier time, and not touched since */
    keptAt: body === undefined ? kept?.savedAt : undefined,
    write: (typed: string) => {
      setBody(typed);
      setFault(undefined);
      // What is sent after a refusal may be something else.
      requestKey.current = undefined;
      keeper.typed(typed);
    },
    choose: (when: boolean) => {
      setLater(when);
      requestKey.current = undefined;
    },
    setMoment: (typed: TypedMoment) => {
      setMoment(typed);
      setFault(undefined);
      requestKey.current = undefined;
    },
    send,
  };
}

export type Composing = ReturnType<typeof useCompose>;
