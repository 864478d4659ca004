"use client";

import { useEffect, useRef } from "react";

/** Goes on: to another page, or out of a dialog. */
export type Leaving = () => void;

/** Every form that is on the screen: whether it holds what would be gone. */
const forms = new Set<() => boolean>();

/** Asks in words; there is one on a page (`unsaved-guard.tsx`). */
let asker: ((leaving: Leaving) => void) | undefined;

/** Whether some form on the screen holds what would be gone. */
export function isUnsaved(): boolean {
  return [...forms].some((changed) => changed());
}

/** Counts a form until it goes. @returns takes it out again */
export function watchForm(changed: () => boolean): () => void {
  forms.add(changed);
  return () => void forms.delete(changed);
}

/** Who asks before typed text is lost. @returns takes it away again */
export function askBy(ask: (leaving: Leaving) => void): () => void {
  asker = ask;
  return () => {
    if (asker === ask) asker = undefined;
  };
}

/** Goes to another page: at once, or after asking when that loses what was typed. Who agreed is not asked twice. */
export function leavePage(leaving: Leaving): void {
  const agreed = () => {
    forms.clear();
    leaving();
  };
  if (isUnsaved() && asker) asker(agreed);
  else leaving();
}

/**
 * A form with typed text that is nowhere else: links, the way back and closing the tab ask first, but only when
 * something was changed.
 * @param changed read at the moment of leaving, so a function may look at what is typed then
 * @returns for the ways out of a dialog: goes on at once, or asks when this form was changed
 */
export function useUnsaved(changed: boolean | (() => boolean)): (leaving: Leaving) => void {
  const now = useRef(changed);
  now.current = changed;
  const isChanged = () => (typeof now.current === "function" ? now.current() : now.current);
  const check = useRef(isChanged);
  useEffect(() => watchForm(check.current), []);
  return (leaving) => (isChanged() && asker ? asker(leaving) : leaving());
}

/** As `useUnsaved`, for what is typed as one value: changed when it is no longer what the form began with. */
export function useUnsavedValue(typed: unknown): (leaving: Leaving) => void {
  const text = JSON.stringify(typed);
  const first = useRef(text);
  return useUnsaved(text !== first.current);
}
