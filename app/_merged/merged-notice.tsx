"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/notice";

type MergedNoticeProps = {
  number: number;
  /** Of those who were merged into this client: only what is true is said */
  formerNumbers: readonly number[];
};

/** For who came by the number of a client who was merged away: that this is whom they looked for, under another number. */
export function MergedNotice({ number, formerNumbers }: MergedNoticeProps) {
  const t = useTranslations("merged");
  const asked = useSearchParams().get("merged");
  const former = formerNumbers.find((each) => String(each) === asked);
  if (former === undefined) return null;
  return (
    <Notice tone="info" slim>
      {t("into", { former, number })}
    </Notice>
  );
}
