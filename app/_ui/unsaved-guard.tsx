"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ConfirmDialog } from "./confirm-dialog";
import { askBy, isUnsaved, type Leaving, leavePage } from "./unsaved";

/** The page a click leads to inside the application; `undefined` for another tab, a file, or a place on this page. */
function pageOf(event: MouseEvent): string | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return undefined;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || link.hasAttribute("download") || (link.target && link.target !== "_self"))
    return undefined;
  const { origin, pathname, search, hash } = new URL(link.href);
  if (origin !== window.location.origin || pathname.startsWith("/api/")) return undefined;
  if (hash !== "" && pathname === window.location.pathname) return undefined;
  return pathname + search + hash;
}

/** How many pages back (-) or on (+) the browser just went; browsers that do not say: one back. */
function stepsFrom(before: number | undefined): number {
  const index = window.navigation?.currentEntry?.index;
  return index === undefined || before === undefined ? -1 : index - before;
}

/** Listens to every way off the page while a form holds what would be gone. @returns stops listening */
function guard(go: (page: string) => void): () => void {
  let before = window.navigation?.currentEntry?.index;
  /** The next step through the history is ours: it puts things back */
  let restoring = false;
  const remember = () => {
    before = window.navigation?.currentEntry?.index;
  };
  const onClick = (event: MouseEvent) => {
    const page = pageOf(event);
    if (page === undefined || !isUnsaved()) return;
    event.preventDefault();
    event.stopPropagation();
    leavePage(() => go(page));
  };
  const onPop = (event: PopStateEvent) => {
    const steps = stepsFrom(before);
    if (!restoring && !isUnsaved()) return remember();
    // The router must not hear of it: the page stays, and so does its address.
    event.stopImmediatePropagation();
    restoring = !restoring;
    if (!restoring) return;
    window.history.go(-steps);
    leavePage(() => window.history.go(steps));
  };
  const onUnload = (event: BeforeUnloadEvent) => {
    if (isUnsaved()) event.preventDefault();
  };
  // A new page pushed: where the next way back starts from.
  const onEntry = (event: Event) => {
    if ("navigationType" in event && event.navigationType !== "traverse") remember();
  };
  document.addEventListener("click", onClick, true);
  window.addEventListener("popstate", onPop, true);
  window.addEventListener("beforeunload", onUnload);
  window.navigation?.addEventListener("currententrychange", onEntry);
  return () => {
    document.removeEventListener("click", onClick, true);
    window.removeEventListener("popstate", onPop, true);
    window.removeEventListener("beforeunload", onUnload);
    window.navigation?.removeEventListener("currententrychange", onEntry);
  };
}

/** Asks in words before typed text is lost; once, round all pages. */
export function UnsavedGuard() {
  const t = useTranslations("ui");
  const router = useRouter();
  const [leaving, setLeaving] = useState<Leaving>();
  useEffect(() => askBy((asked) => setLeaving(() => asked)), []);
  useEffect(() => guard((page) => router.push(page)), [router]);
  return (
    <ConfirmDialog
      isOpen={leaving !== undefined}
      onClose={() => setLeaving(undefined)}
      title={t("unsavedTitle")}
      actLabel={t("unsavedLeave")}
      backLabel={t("unsavedStay")}
      onAct={() => {
        setLeaving(undefined);
        leaving?.();
      }}
    >
      <p>{t("unsavedWhat")}</p>
    </ConfirmDialog>
  );
}
