"use client";

import { CircleCheck, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { closeToast, currentToasts, type Toast, watchToasts } from "./toast-queue";

const none: readonly Toast[] = [];
const shownFor = 6000;

/** The place where toasts appear; once, in the root layout. */
export function Toaster() {
  const t = useTranslations("ui");
  const toasts = useSyncExternalStore(watchToasts, currentToasts, () => none);
  return (
    <output
      aria-label={t("toasts")}
      // A dialog on a phone has its buttons at the bottom and its title at the top: there a message stands between.
      className="no-print fixed right-4 bottom-4 z-(--z-toast) grid gap-2 max-tablet:top-20 max-tablet:bottom-auto max-tablet:left-4"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </output>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const t = useTranslations("ui");
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => closeToast(toast.id), shownFor);
    return () => clearTimeout(timer);
  }, [held, toast.id]);
  return (
    <fieldset
      className="flex max-w-104 items-center gap-2.5 rounded-md border border-l-5 border-success-border border-l-success bg-surface-raised py-2 pr-2 pl-3.5 shadow-2"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <CircleCheck className="size-5 flex-none text-success-text" />
      <span className="flex-1">{toast.text}</span>
      <button
        type="button"
        aria-label={t("close")}
        className="grid size-8 place-items-center rounded-md hover:bg-surface-hover"
        onClick={() => closeToast(toast.id)}
      >
        <X className="size-4" />
      </button>
    </fieldset>
  );
}
