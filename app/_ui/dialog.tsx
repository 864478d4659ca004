"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";

type DialogProps = {
  isOpen: boolean;
  /** Called by Escape, the cross and the way back: all mean "no". */
  onClose: () => void;
  /** The question, with the name in it. */
  title: string;
  children: ReactNode;
  /** The way back first, the act last. */
  footer: ReactNode;
};

/** A decision or a short form. Focus starts on the heading, never on the danger button. */
export function Dialog({ isOpen, onClose, title, children, footer }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      className="fixed inset-0 z-(--z-dialog) flex items-start justify-center bg-scrim p-4 pt-13 data-entering:animate-[appear_var(--motion-base)_var(--ease)] max-tablet:p-0"
    >
      <Modal className="max-h-full w-full max-w-152 overflow-clip rounded-lg bg-surface-raised text-ink shadow-3 max-tablet:h-full max-tablet:max-w-none max-tablet:rounded-none">
        <AriaDialog className="grid max-h-[calc(100dvh-5rem)] grid-rows-[auto_minmax(0,1fr)_auto] outline-none max-tablet:h-full max-tablet:max-h-none">
          <DialogHead title={title} onClose={onClose} />
          <div className="grid content-start gap-3 overflow-auto px-5 pb-4 [&_ul]:list-disc [&_ul]:pl-4.5">
            {children}
          </div>
          <footer className="flex flex-wrap items-center justify-between gap-3 border-t border-line bg-surface-sunken px-5 py-3">
            {footer}
          </footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function DialogHead({ title, onClose }: { title: string; onClose: () => void }) {
  const t = useTranslations("ui");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <header className="flex items-start justify-between gap-3 px-5 pt-4 pb-3">
      <Heading slot="title" level={2} ref={heading} tabIndex={-1} className="text-xl">
        {title}
      </Heading>
      <button
        type="button"
        aria-label={t("close")}
        className="-mr-2 grid size-9 flex-none place-items-center rounded-md hover:bg-surface-hover"
        onClick={onClose}
      >
        <X className="size-5" />
      </button>
    </header>
  );
}
