"use client";

import { useEffect, useRef, useState } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { failureOf } from "@/app/_trpc/failure";
import { lastWords } from "@/app/_trpc/last-words";
import { DraftKeeper, type DraftState } from "@/app/_ui/draft-keeper";
import { useUnsaved } from "@/app/_ui/unsaved";

/** What a draft belongs to: a part of a client, and the version of the entry it corrects, if it corrects one. */
export type DraftOf = { clientId: string; part: string; entryId?: string; version?: number };

/** Browsers let no more than this through while a page goes away. */
const LAST_WORDS = 60_000;

type Values = Record<string, unknown>;

/**
 * Keeps what is typed on the server, also when the page is hidden, closed or left, and again when the connection is
 * back. `storedAt`: when the draft that the page opened with was stored.
 */
export function useDraft(of: DraftOf, storedAt: number | null) {
  const client = useTRPCClient();
  const [state, setState] = useState<DraftState>(
    storedAt === null ? { kind: "none" } : { kind: "saved", at: storedAt },
  );
  const target = useRef(of);
  target.current = of;
  const failing = state.kind === "offline" || state.kind === "refused" || state.kind === "signed-out";
  const [keeper] = useState(
    () =>
      new DraftKeeper<Values>({
        onState: setState,
        send: async (values) => {
          try {
            const { savedAt } = await client.entries.saveDraft.mutate({ ...target.current, values });
            return { kind: "saved", at: savedAt };
          } catch (error) {
            return failureOf(error);
          }
        },
        sendLast: (values) => {
          const input = { ...target.current, values };
          const road = JSON.stringify(input).length > LAST_WORDS ? client : lastWords;
          // Nobody is left to hear of a failure; what was kept before stays.
          void road.entries.saveDraft.mutate(input).catch(() => undefined);
        },
      }),
  );
  // What cannot be kept now would be gone.
  useUnsaved(() => failing && keeper.isBehind);
  useEffect(() => {
    const leave = () => keeper.leave();
    const retry = () => keeper.retry();
    const hide = () => document.visibilityState === "hidden" && keeper.retry();
    window.addEventListener("pagehide", leave);
    window.addEventListener("online", retry);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("online", retry);
      document.removeEventListener("visibilitychange", hide);
      leave();
    };
  }, [keeper]);
  const drop = async () => {
    await keeper.pause();
    const { clientId, part, entryId } = target.current;
    await client.entries.dropDraft.mutate({ clientId, part, entryId });
    keeper.forget();
    keeper.reopen();
  };
  return { keeper, state, drop };
}
