import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { wordDiff } from "./word-diff";

type ChangedTextProps = {
  before: string;
  after: string /** Which of the two is written out. */;
  side: "before" | "after";
};

/** One of two texts, with the words that the other does not have marked, also for who cannot see the marks. */
export function ChangedText({ before, after, side }: ChangedTextProps) {
  const t = useTranslations("ui");
  const own = side === "before" ? "removed" : "added";
  const pieces = useMemo(() => wordDiff(before, after), [before, after]);
  let offset = 0;
  return (
    <span className="whitespace-pre-line">
      {pieces
        .filter(({ kind }) => kind === "same" || kind === own)
        .map(({ kind, text }) => {
          offset += text.length;
          if (kind === "same" || text.trim() === "") return text;
          return (
            <mark key={offset}>
              <span className="sr-only">{t("markStart")} </span>
              {text}
              <span className="sr-only"> {t("markEnd")}</span>
            </mark>
          );
        })}
    </span>
  );
}
