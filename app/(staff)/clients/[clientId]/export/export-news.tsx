"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Export } from "./use-exports";

/** Tells a screen reader that an export it saw being made is ready or has failed. */
export function ExportNews({ exports }: { exports: Export[] }) {
  const t = useTranslations("export");
  const before = useRef(exports);
  const [spoken, setSpoken] = useState("");
  useEffect(() => {
    const wasPending = new Set(
      before.current.filter(({ status }) => status === "pending").map(({ id }) => id),
    );
    const finished = exports.find(({ id, status }) => wasPending.has(id) && status !== "pending");
    before.current = exports;
    if (finished) setSpoken(t(finished.status === "ready" ? "newsReady" : "newsFailed"));
  }, [exports, t]);
  return (
    <p role="status" className="sr-only">
      {spoken}
    </p>
  );
}
