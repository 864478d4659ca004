"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import type { Verb } from "./use-editor";

type VerbDialogProps = {
  verb: Verb;
  title: string;
  /** The newest published edition; 0 before the first */
  edition: number;
  busy: string | false;
  onClose: () => void;
  onAct: () => void;
};

/** Asks before a questionnaire changes for everyone, and says what will happen. */
export function VerbDialog({ verb, title, edition, busy, onClose, onAct }: VerbDialogProps) {
  const t = useTranslations("questionnaires");
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      harmless={verb === "publish" || verb === "reopen"}
      title={t(`ask.${verb}`, { title, edition: edition + 1 })}
      actLabel={t(`verb.${verb}`)}
      backLabel={t(`back.${verb}`)}
      busy={busy}
      onAct={onAct}
    >
      <p>{t(verb === "publish" && edition === 0 ? "what.publishFirst" : `what.${verb}`, { edition })}</p>
    </ConfirmDialog>
  );
}
