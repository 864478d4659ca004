"use client";

import { Equal } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChangedText } from "@/app/_ui/changed-text";
import { ChoiceCell, Gone, PlainCell, SubjectHead, SubjectRow } from "./choice-cell";
import type { FieldLine, Side } from "./pair";

type FieldRowProps = {
  line: FieldLine;
  numbers: Record<Side, number>;
  onChoose: (subject: FieldLine["subject"], side: Side) => void;
};

const SIDES = ["left", "right"] as const;

/** One of the personalia: of one of the two, or what both have. */
export function FieldRow({ line, numbers, onChoose }: FieldRowProps) {
  const t = useTranslations("merge");
  const { subject, label, equal, left, right, choice } = line;
  const short = {
    left: t("survivesShort", { number: numbers.left }),
    right: t("retiresShort", { number: numbers.right }),
  };
  const isEmpty = { left: left === "", right: right === "" };
  return (
    <SubjectRow>
      <SubjectHead>{label}</SubjectHead>
      {SIDES.map((side) =>
        equal ? (
          <PlainCell key={side} label={short[side]}>
            <span className="block pl-7.5 text-muted max-tablet:pl-0">{line[side] || t("empty")}</span>
          </PlainCell>
        ) : (
          <ChoiceCell
            key={side}
            name={`field-${subject}`}
            about={t("option", { subject: label, number: numbers[side] })}
            label={short[side]}
            checked={choice === side}
            onChoose={() => onChoose(subject, side)}
          >
            {isEmpty[side] ? (
              <span className="text-muted">{t("empty")}</span>
            ) : isEmpty.left || isEmpty.right ? (
              line[side]
            ) : (
              <ChangedText before={left} after={right} side={side === "left" ? "before" : "after"} />
            )}{" "}
            {choice !== side && !isEmpty[side] && <Gone>{t("gone")}</Gone>}
          </ChoiceCell>
        ),
      )}
      <PlainCell wideOnly={!equal}>
        {equal ? (
          <span className="inline-flex items-center gap-1 text-muted">
            <Equal className="size-4" />
            {t("equal")}
          </span>
        ) : (
          <span className="text-xs text-muted">{t("cannotBoth")}</span>
        )}
      </PlainCell>
    </SubjectRow>
  );
}
