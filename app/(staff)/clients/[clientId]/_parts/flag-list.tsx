"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextButton } from "@/app/_ui/text-button";
import type { ClientFlag } from "./client-flags";
import { FlagBadge } from "./flag-badge";

const shownAtFirst = 3;

/** Three flags, the others behind `+2`; on paper all of them. */
export function FlagList({ flags }: { flags: ClientFlag[] }) {
  const t = useTranslations("client");
  const [all, setAll] = useState(false);
  const hidden = flags.length - shownAtFirst;
  return (
    <ul className="ml-auto flex min-w-0 flex-wrap max-desk:flex-auto items-center justify-end gap-2 max-tablet:col-span-full max-tablet:ml-0 max-tablet:justify-start max-tablet:gap-1.5">
      {flags.map((flag, index) => (
        <li
          key={`${flag.kind} ${flag.label}`}
          className={all || index < shownAtFirst ? undefined : "hidden print:block"}
        >
          <FlagBadge flag={flag} />
        </li>
      ))}
      {hidden > 0 && (
        <li className="no-print">
          <TextButton
            aria-expanded={all}
            aria-label={all ? undefined : t("flagsMoreLabel", { count: hidden })}
            onClick={() => setAll(!all)}
          >
            {all ? t("flagsLess") : t("flagsMore", { count: hidden })}
          </TextButton>
        </li>
      )}
    </ul>
  );
}
