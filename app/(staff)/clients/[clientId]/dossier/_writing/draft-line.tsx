"use client";

import { CloudOff, Save } from "lucide-react";
import { useTranslations } from "next-intl";
import { timeAt } from "@/app/_ui/dates";
import type { DraftState } from "@/app/_ui/draft-keeper";
import { TextButton } from "@/app/_ui/text-button";

type DraftLineProps = { draft: DraftState; onSignIn: () => void };

/** Says in words where what you type stands. Only what goes wrong is read aloud. */
export function DraftLine({ draft, onSignIn }: DraftLineProps) {
  const t = useTranslations("writing");
  return (
    <p className="no-print flex min-h-6 items-start gap-1.5 text-sm text-muted [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:flex-none">
      {draft.kind === "saved" && (
        <>
          <Save />
          {t("draftSaved", { time: timeAt(draft.at) })}
        </>
      )}
      {draft.kind === "saving" && t("draftSaving")}
      {failed(draft) && <CloudOff />}
      <span role="status" className="text-ink">
        {draft.kind === "offline" && (draft.sentence ? t("draftBusy") : t("draftOffline"))}
        {draft.kind === "refused" && t("draftRefused", { why: draft.sentence })}
        {draft.kind === "signed-out" && (
          <>
            {t("draftSignedOut")} <TextButton onClick={onSignIn}>{t("signIn")}</TextButton>
          </>
        )}
      </span>
    </p>
  );
}

function failed({ kind }: DraftState): boolean {
  return kind === "offline" || kind === "refused" || kind === "signed-out";
}
