"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChoiceCell, Gone, PlainCell, SubjectHead, SubjectRow } from "./choice-cell";
import type { Choice, RowLine, Side } from "./pair";
import { isRowDifferent } from "./pair";
import { PartDetails, usePartWords } from "./part-details";

type RowsRowProps = {
  line: RowLine;
  numbers: Record<Side, number>;
  onChoose: (subject: RowLine["subject"], choice: Choice) => void;
};

const SIDES = ["left", "right"] as const;
const HINTED = ["care-plans", "stays", "dossier"] as const;

/** What is chosen as a whole: of one of the two, or of both. */
export function RowsRow({ line, numbers, onChoose }: RowsRowProps) {
  const t = useTranslations("merge");
  const words = usePartWords();
  const { subject, label, choice } = line;
  const short = {
    left: t("survivesShort", { number: numbers.left }),
    right: t("retiresShort", { number: numbers.right }),
  };
  const isOpen = choice === null;
  const different = isRowDifferent(line);
  const hinted = HINTED.find((each) => each === subject);
  const shown = (side: Side) => (line[side].count === 0 ? t("none") : words(line[side].parts));
  return (
    <SubjectRow open={isOpen}>
      <SubjectHead id={`subject-${subject}`}>
        {label}
        {hinted && (
          <span className="block text-xs font-normal text-muted">{t(`subjectHints.${hinted}`)}</span>
        )}
        {isOpen && (
          <span className="flex items-center gap-1 text-sm font-normal text-danger-text">
            <CircleAlert className="size-4 flex-none" />
            {t("chooseYet")}
          </span>
        )}
      </SubjectHead>
      {SIDES.map((side) =>
        different ? (
          <ChoiceCell
            key={side}
            name={`rows-${subject}`}
            about={t("option", { subject: label, number: numbers[side] })}
            label={short[side]}
            checked={choice === side}
            onChoose={() => onChoose(subject, side)}
            below={<PartDetails parts={line[side].parts} />}
          >
            {shown(side)}{" "}
            {choice !== null && choice !== "both" && choice !== side && line[side].count > 0 && (
              <Gone>{t("gone")}</Gone>
            )}
          </ChoiceCell>
        ) : (
          <PlainCell key={side} label={short[side]}>
            <span className="block pl-7.5 text-muted max-tablet:pl-0">{t("none")}</span>
          </PlainCell>
        ),
      )}
      {different ? (
        <ChoiceCell
          name={`rows-${subject}`}
          about={t("optionBoth", { subject: label })}
          checked={choice === "both"}
          onChoose={() => onChoose(subject, "both")}
        >
          {t("both")}
        </ChoiceCell>
      ) : (
        <PlainCell>
          <span className="text-muted">{t("equal")}</span>
        </PlainCell>
      )}
    </SubjectRow>
  );
}
