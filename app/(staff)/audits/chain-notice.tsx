"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { LoaderCircle, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { Moment } from "@/app/_ui/time";

type Chain = Outputs["audits"]["chain"];

const AGAIN_MS = 1_500;

/** Whether the log is whole: what the last check found, the newest signed checkpoint, and a button to check again. */
export function ChainNotice({ given }: { given: Chain }) {
  const t = useTranslations("audits");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const chain = useQuery(
    trpc.audits.chain.queryOptions(undefined, {
      initialData: given,
      refetchInterval: ({ state }) => (state.data?.running ? AGAIN_MS : false),
    }),
  );
  const check = useMutation(
    trpc.audits.check.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.audits.chain.queryFilter()),
    }),
  );
  const { checked, checkpoint, running, rows, fingerprint } = chain.data;
  const { tone, title, text } = said(chain.data, t);
  return (
    <Notice slim tone={tone} icon={icon(chain.data)}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p role="status">
          <b>{title}</b> {running ? t("chain.running", { done: running.rows, rows }) : text}
          {checked && !running && (
            <>
              {" "}
              {t("chain.checked")} <Moment value={checked.at} format="sentence" />.
            </>
          )}
        </p>
        {!running && (
          <Button size="small" busy={check.isPending && t("chain.asking")} onClick={() => check.mutate()}>
            {t("chain.check")}
          </Button>
        )}
        <details>
          <summary className="cursor-pointer">{t("chain.more")}</summary>
          <p>
            {checkpoint
              ? t.rich("chain.checkpoint", {
                  rows: checkpoint.rows,
                  moment: () => <Moment value={checkpoint.at} format="sentence" />,
                })
              : t("chain.noCheckpoint")}
          </p>
          <p>{t("chain.fingerprint", { fingerprint })}</p>
        </details>
      </div>
      {check.error && (
        <p role="alert" className="font-bold text-danger-text">
          {check.error.message}
        </p>
      )}
    </Notice>
  );
}

function icon({ running, checked }: Chain): ReactNode {
  if (running) return <LoaderCircle className="animate-spin motion-reduce:animate-none" />;
  return checked && !checked.failed && !checked.deviation ? <ShieldCheck /> : undefined;
}

type Said = { tone: "success" | "danger" | "warning" | "info"; title: string; text?: string };

function said({ checked, rows }: Chain, t: ReturnType<typeof useTranslations<"audits">>): Said {
  if (!checked) return { tone: "info", title: t("chain.never"), text: t("chain.neverText", { rows }) };
  if (checked.failed)
    return { tone: "warning", title: t("chain.failed"), text: t("chain.failedText", { rows }) };
  if (checked.deviation)
    return {
      tone: "danger",
      title: t("chain.deviation"),
      text: t("chain.deviationText", { deviation: checked.deviation }),
    };
  return { tone: "success", title: t("chain.whole"), text: t("chain.wholeText", { rows: checked.rows }) };
}
