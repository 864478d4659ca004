"use client";

import { useTranslations } from "next-intl";
import { Button } from "./button";
import { quarterOf } from "./quarter";

type UploadProgressProps = {
  /** What is being sent: its name. */
  name: string;
  /** From 0 to 1. */
  share: number;
  onStop: () => void;
};

/** How far a file is on its way, and the way to stop it. Screen readers hear each quarter. */
export function UploadProgress({ name, share, onStop }: UploadProgressProps) {
  const t = useTranslations("ui");
  const percent = Math.min(100, Math.round(share * 100));
  const label = t("uploading", { name });
  const heard = 25 * Math.max(0, quarterOf(percent, 100));
  return (
    <div className="grid gap-1">
      <p className="wrap-anywhere">{label}</p>
      <div className="flex items-center gap-3">
        <div
          role="progressbar"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
          className="h-3 min-w-0 flex-1 overflow-hidden rounded-full border border-line-strong bg-surface-sunken"
        >
          <span className="block h-full bg-accent" style={{ width: `${percent}%` }} />
        </div>
        <span className="w-12 text-right text-sm" aria-hidden="true">
          {t("percent", { percent })}
        </span>
        <Button size="small" onClick={onStop}>
          {t("uploadStop")}
        </Button>
      </div>
      <p className="text-sm text-muted">{percent === 100 ? t("uploadStoring") : t("uploadStay")}</p>
      <output className="sr-only">{t("percent", { percent: heard })}</output>
    </div>
  );
}
