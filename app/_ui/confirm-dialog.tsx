"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";

type ConfirmDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  /** The question with the name in it: "Account van Marieke Verhoeven ontkoppelen?" */
  title: string;
  /** What will happen and what stays, then a reason if one is needed. */
  children: ReactNode;
  /** Repeats the verb of the title: "Ontkoppel account". */
  actLabel: string;
  /** Says the opposite: "Niet ontkoppelen". Never OK or Annuleren. */
  backLabel: string;
  onAct: () => void;
  /** Petrol instead of red, for what can be undone. */
  harmless?: boolean;
  busy?: string | false;
};

/** Asks before something that cannot simply be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onClose, title, children, actLabel, backLabel, onAct, harmless, busy } = props;
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{backLabel}</Button>
          <Button look={harmless ? "primary" : "danger"} busy={busy} onClick={onAct}>
            {actLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
