"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { ProgressBar } from "@/app/_ui/progress-bar";
import { Moment } from "@/app/_ui/time";
import { refusalText } from "@/app/login/refusal-text";

type Scan = Outputs["duplicates"]["scan"];

const FOLLOW_EVERY_MS = 1_000;
const isBusy = ({ state }: Scan) => state === "waiting" || state === "running";

/** When everyone was compared last, how far the one under way is, and the button to do it now. */
export function ScanState({ given }: { given: Scan }) {
  const t = useTranslations("duplicates");
  const trpc = useTRPC();
  const router = useRouter();
  const scan = useQuery(
    trpc.duplicates.scan.queryOptions(undefined, {
      initialData: given,
      gcTime: 0,
      refetchInterval: ({ state }) =>
        state.data && isBusy(state.data) && !state.error ? FOLLOW_EVERY_MS : false,
    }),
  );
  const ask = useMutation(trpc.duplicates.ask.mutationOptions({ onSuccess: () => void scan.refetch() }));
  const { state, finishedAt, people, percent } = scan.data;
  const busy = isBusy(scan.data);
  const wasBusy = useRef(busy);
  useEffect(() => {
    if (wasBusy.current && !busy) router.refresh();
    wasBusy.current = busy;
  }, [busy, router]);
  const problem = ask.error ?? scan.error;
  return (
    <section aria-label={t("scan")} className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <p className="text-muted">
          {finishedAt === null ? (
            t("never")
          ) : (
            <>
              {t("compared", { count: people })} <Moment value={finishedAt} format="sentence" />.{" "}
              {t("nightly")}
            </>
          )}
        </p>
        <Button
          size="small"
          icon={<RefreshCw />}
          busy={(busy || ask.isPending) && t("searching")}
          onClick={() => ask.mutate()}
        >
          {t("again")}
        </Button>
      </div>
      {state === "waiting" && <p className="text-sm">{t("waiting")}</p>}
      {state === "running" && (
        <ProgressBar label={t("running")} done={percent} total={100} note={t("percents")} />
      )}
      {state === "failed" && (
        <Notice tone="warning">
          <p>{t("failed")}</p>
        </Notice>
      )}
      {problem && (
        <Notice tone="danger" announce>
          <p>{refusalText(problem, t("noAnswer"))}</p>
        </Notice>
      )}
    </section>
  );
}
