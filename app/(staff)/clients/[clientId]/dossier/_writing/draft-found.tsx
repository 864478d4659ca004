"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { failureOf } from "@/app/_trpc/failure";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { Notice } from "@/app/_ui/notice";
import { Moment } from "@/app/_ui/time";

type DraftFoundProps = {
  /** Epoch ms */
  savedAt: number;
  onGoOn: () => void;
  onThrowAway: () => Promise<void>;
};

/** What you were writing here before stands in the form again: go on, or throw it away. */
export function DraftFound({ savedAt, onGoOn, onThrowAway }: DraftFoundProps) {
  const t = useTranslations("writing");
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const throwAway = async () => {
    setBusy(true);
    try {
      await onThrowAway();
    } catch (error) {
      const failure = failureOf(error);
      setProblem(failure.kind === "refused" ? failure.sentence : t("draftNotDropped"));
      setBusy(false);
    }
  };
  return (
    <div className="no-print">
      <Notice tone="info" title={t("draftFound")}>
        <p>{t.rich("draftFrom", { moment: () => <Moment value={savedAt} format="sentence" /> })}</p>
        <div className="flex flex-wrap gap-2 pt-1">
          <Button size="small" onClick={onGoOn}>
            {t("draftGoOn")}
          </Button>
          <Button size="small" look="danger-quiet" onClick={() => setAsking(true)}>
            {t("draftThrow")}
          </Button>
        </div>
        <ConfirmDialog
          isOpen={asking}
          onClose={() => setAsking(false)}
          title={t("draftThrowTitle")}
          actLabel={t("draftThrow")}
          backLabel={t("draftThrowBack")}
          busy={busy && t("draftThrowing")}
          onAct={() => void throwAway()}
        >
          <p>{t.rich("draftThrowWhat", { moment: () => <Moment value={savedAt} format="sentence" /> })}</p>
          {problem && (
            <Notice tone="danger" announce>
              <p>{problem}</p>
            </Notice>
          )}
        </ConfirmDialog>
      </Notice>
    </div>
  );
}
