"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";

type RecoveryCodesProps = { codes: string[]; doneLabel: string; onDone: () => void };

/** The recovery codes, the only time they can be seen. */
export function RecoveryCodes({ codes, doneLabel, onDone }: RecoveryCodesProps) {
  const t = useTranslations("secondFactor");
  const heading = useRef<HTMLHeadingElement>(null);
  const [copied, setCopied] = useState<"copied" | "notCopied">();
  useEffect(() => heading.current?.focus(), []);
  const copy = () =>
    navigator.clipboard.writeText(codes.join("\n")).then(
      () => setCopied("copied"),
      () => setCopied("notCopied"),
    );
  return (
    <section aria-labelledby="recovery-codes" className="grid gap-3">
      <h2 id="recovery-codes" ref={heading} tabIndex={-1} className="text-xl">
        {t("codesTitle")}
      </h2>
      <p>{t("codesWhy")}</p>
      <ul
        aria-label={t("codesList")}
        className="grid grid-cols-2 gap-x-4 gap-y-1 rounded-md bg-surface-sunken p-3"
      >
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p role="status" className="text-sm text-muted">
        {copied && t(copied)}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={copy}>{t("copy")}</Button>
        <Button look="primary" onClick={onDone}>
          {doneLabel}
        </Button>
      </div>
    </section>
  );
}
