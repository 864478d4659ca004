"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";

/** A field that the newest version says otherwise, both in words. */
export type Difference = { key: string; label: string; mine: string; theirs: string };

type NewestNoticeProps = {
  differences: readonly Difference[];
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/** Someone else stored a version first: both are shown, and one of them stays in the form. Nothing is lost yet. */
export function NewestNotice({ differences, onKeepMine, onTakeTheirs }: NewestNoticeProps) {
  const [t, w] = [useTranslations("clinimetrics"), useTranslations("writing")];
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const nothing = (text: string) => (text === "" ? w("nothingWritten") : text);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="warning" title={w("conflictTitle")}>
        <p>{t("newestWhat", { count: differences.length })}</p>
        <dl className="grid gap-2 py-1">
          {differences.map(({ key, label, mine, theirs }) => (
            <div key={key}>
              <dt className="font-bold">{label}</dt>
              <dd>
                {w("conflictMine")}: {nothing(mine)}
              </dd>
              <dd>
                {w("conflictTheirs")}: {nothing(theirs)}
              </dd>
            </div>
          ))}
        </dl>
        <div className="flex flex-wrap gap-2">
          <Button size="small" onClick={onKeepMine}>
            {t("keepMine")}
          </Button>
          <Button size="small" onClick={onTakeTheirs}>
            {t("takeTheirs")}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
