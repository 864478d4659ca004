"use client";

import { type RefObject, useEffect } from "react";

/** `/` moves focus to this field, unless you are typing somewhere or the field is not on the screen. */
export function useSlashKey(field: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const jump = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest("input, textarea, select");
      if (event.key !== "/" || event.ctrlKey || event.metaKey || typing || !field.current?.checkVisibility())
        return;
      event.preventDefault();
      field.current.focus();
    };
    document.addEventListener("keydown", jump);
    return () => document.removeEventListener("keydown", jump);
  }, [field]);
}
