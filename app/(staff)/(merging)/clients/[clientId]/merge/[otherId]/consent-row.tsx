"use client";

import { Equal } from "lucide-react";
import { useTranslations } from "next-intl";
import { PlainCell, SubjectHead, SubjectRow } from "./choice-cell";
import type { PairView, Side } from "./pair";

type ConsentRowProps = { line: PairView["consents"][number]; numbers: Record<Side, number> };

const SIDES = ["left", "right"] as const;

/** What holds about one party: nothing is chosen, the stricter of the two goes on. */
export function ConsentRow({ line, numbers }: ConsentRowProps) {
  const t = useTranslations("merge");
  const isSame = line.left === line.right;
  const short = {
    left: t("survivesShort", { number: numbers.left }),
    right: t("retiresShort", { number: numbers.right }),
  };
  return (
    <SubjectRow>
      <SubjectHead>{line.party}</SubjectHead>
      {SIDES.map((side) => (
        <PlainCell key={side} label={short[side]}>
          <span className="block pl-7.5 max-tablet:pl-0">
            {isSame ? line[side] : <mark>{line[side]}</mark>}
            {!isSame && line.speaks === side && (
              <span className="block text-xs font-bold">{t("consentHolds")}</span>
            )}
          </span>
        </PlainCell>
      ))}
      <PlainCell>
        <span className="inline-flex items-center gap-1 text-muted">
          {isSame && <Equal className="size-4" />}
          {isSame ? t("consentSame") : t("consentAlways")}
        </span>
      </PlainCell>
    </SubjectRow>
  );
}
