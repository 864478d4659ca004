"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { showToast } from "@/app/_ui/toast-queue";
import { type Proof, ProvedDialog } from "@/app/(staff)/_merge/proved-dialog";
import { asideIn, movesIn, type Pair, progressOf } from "./pair";
import type { MergeState } from "./use-merge";

/** How far the choices are, and the act, which is asked first with both names and all counts. */
export function MergeFoot({ pair, merge }: { pair: Pair; merge: MergeState }) {
  const t = useTranslations("merge");
  const router = useRouter();
  const client = useTRPCClient();
  const [asking, setAsking] = useState(false);
  const [changed, setChanged] = useState<string>();
  /** One key for one intention: a click that is repeated is the same merge */
  const request = useRef<{ digest: string; key: string }>(undefined);
  const { view, asked, isCurrent } = merge;
  const { plan, survivor, retired } = view;
  const { count, made, open } = progressOf(view);
  const numbers = { survivor: survivor.number, retired: retired.number };
  const isBlocked = view.blockers.length > 0;
  const carryOut = (proof: Proof) => {
    const digest = plan?.digest ?? "";
    if (request.current?.digest !== digest) request.current = { digest, key: crypto.randomUUID() };
    const sent = { ...pair, choices: asked, planDigest: digest, requestKey: request.current.key };
    return client.merge.carryOut.mutate({ ...sent, ...proof });
  };
  const begin = () => {
    if (!isCurrent || !plan) return;
    setChanged(undefined);
    setAsking(true);
  };
  const unavailable = isBlocked ? t("notPossible") : open.length > 0 ? t("notAll") : undefined;
  return (
    <>
      {changed && (
        <Notice tone="warning" title={t("changed")} announce>
          <p>{changed}</p>
        </Notice>
      )}
      <div className="z-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border border-line-strong bg-surface px-pad py-3 shadow-2 tablet:sticky tablet:bottom-0">
        {!isBlocked && (
          <div className="min-w-0 flex-1 basis-80">
            <p className="font-bold" aria-live="polite">
              {t("made", { made, count })}
              {open.length > 0 && ` ${t("madeOpen")} `}
              {open.map(({ subject, label }) => (
                <a key={subject} href={`#subject-${subject}`}>
                  {label}
                </a>
              ))}
            </p>
            <p className="text-sm text-muted">{t("later")}</p>
          </div>
        )}
        <div className="flex flex-wrap items-center gap-2">
          {!isBlocked && <Button onClick={merge.startAgain}>{t("again")}</Button>}
          <Button
            look="primary"
            unavailable={unavailable}
            busy={!unavailable && !isCurrent && !merge.error && t("computing")}
            onClick={begin}
          >
            {t("act")}
          </Button>
        </div>
      </div>
      {asking && plan && (
        <ProvedDialog
          title={t("confirmTitle", numbers)}
          actLabel={t("act")}
          backLabel={t("confirmBack")}
          busyLabel={t("merging")}
          act={carryOut}
          onClose={() => setAsking(false)}
          onDone={(done) => {
            merge.forget();
            showToast(t("done", { survivor: done.survivor, retired: done.retired }));
            router.push(`/clients/${done.survivor}`);
            router.refresh();
          }}
          onRefused={({ reason, sentence }) => {
            if (!reason?.startsWith("merge-")) return false;
            setChanged(sentence);
            void merge.lookAgain();
            return true;
          }}
        >
          <ul>
            <li>{t("confirmWho", { ...numbers, survivorName: survivor.name, retiredName: retired.name })}</li>
            <li>{t("confirmRows", { moves: movesIn(plan.tables), gone: asideIn(plan.tables) })}</li>
            <li>{t("confirmFields", { ...numbers, count: plan.fields })}</li>
            <li>{t("confirmSearch", numbers)}</li>
            <li>{t("confirmUndo")}</li>
          </ul>
        </ProvedDialog>
      )}
    </>
  );
}
