"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import type { Inputs } from "@/app/_trpc/outputs";

/** What is chosen before the click. */
export type Choices = Omit<Inputs["export"]["request"], "clientId" | "requestKey">;

/** What may travel with a request: the password, when the last proof is too long ago. */
type Request = Inputs["export"]["request"] & { password?: string };

export type StartExport = ReturnType<typeof useStartExport>;

/**
 * Starts an export. One key for one intention: a click that is repeated, or tried again after no answer, is the same
 * export. It stays busy until the list shows what was started.
 */
export function useStartExport(clientId: string, onStarted?: () => void) {
  const t = useTranslations("export");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const requestKey = useRef<string>(undefined);
  const underWay = useRef(false);
  /** Choices that wait for the password. */
  const [waiting, setWaiting] = useState<Choices>();
  const request = useMutation(
    trpc.export.request.mutationOptions({
      // A password is not kept longer than its answer takes.
      gcTime: 0,
      onSuccess: () => {
        requestKey.current = undefined;
      },
      onSettled: async (_, error) => {
        if (!asksPassword(error?.data?.reason)) await queries.invalidateQueries(trpc.export.pathFilter());
        underWay.current = false;
      },
    }),
  );
  const send = (choices: Choices, password?: string) => {
    if (underWay.current) return;
    underWay.current = true;
    requestKey.current ??= crypto.randomUUID();
    const input: Request = { clientId, ...choices, requestKey: requestKey.current, password };
    request.mutate(input, {
      onSuccess: () => {
        setWaiting(undefined);
        onStarted?.();
      },
      onError: (error) => setWaiting(asksPassword(error.data?.reason) ? choices : undefined),
    });
  };
  const { error } = request;
  // Without `data` there was no answer: the browser's own words are not the user's to read.
  const sentence = error && (error.data ? error.message : t("noAnswer"));
  return {
    busy: request.isPending,
    start: (choices: Choices) => send(choices),
    /** Why it did not start. `inPlace`: the page itself says it as well, beside the button. */
    problem:
      sentence && !asksPassword(error.data?.reason)
        ? { sentence, inPlace: error.data?.reason === "export-running" }
        : null,
    password: waiting && {
      wrong: error?.data?.reason === "password-wrong" ? error.message : undefined,
      give: (password: string) => send(waiting, password),
      cancel: () => {
        setWaiting(undefined);
        request.reset();
      },
    },
  };
}

function asksPassword(reason: string | null | undefined): boolean {
  return reason === "password-needed" || reason === "password-wrong";
}
