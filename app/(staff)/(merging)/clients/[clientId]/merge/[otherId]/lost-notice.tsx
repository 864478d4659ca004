"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/notice";
import { type LostRows, lostWith, type PairView } from "./pair";
import { useLostWords } from "./part-details";

/** What is not kept with these choices, and what an open choice may cost. Nothing of it is gone for good. */
export function LostNotice({ view }: { view: PairView }) {
  const t = useTranslations("merge");
  const words = useLostWords();
  const { fields, rows } = lostWith(view);
  const open = view.rows.filter(({ choice, left, right }) => choice === null && left.count + right.count > 0);
  const numbers = { left: view.survivor.number, right: view.retired.number };
  const line = ({ label, number, parts }: LostRows) => t("lostRows", { label, number, parts: words(parts) });
  const grave = rows.filter(({ inOns }) => inOns);
  const other = rows.filter(({ inOns }) => !inOns);
  const loses = fields.length + rows.length > 0;
  const opens = open.map(({ subject, label, right }) => (
    <p key={subject} className="text-sm">
      {t("lostOpen", { ...numbers, label, parts: words(right.parts) })}
    </p>
  ));
  if (!loses)
    return (
      <Notice
        tone={open.length > 0 ? "info" : "success"}
        title={open.length > 0 ? t("lostTitle") : undefined}
      >
        {opens}
        {open.length === 0 && <p className="text-sm">{t("lostNothing")}</p>}
      </Notice>
    );
  return (
    <Notice tone="warning" title={t("lostTitle")}>
      {grave.length > 0 && (
        <>
          <p className="text-sm font-bold">{t("lostEspecially")}</p>
          <ul className="text-sm">
            {grave.map((each) => (
              <li key={each.label}>{line(each)}</li>
            ))}
          </ul>
        </>
      )}
      {fields.length + other.length > 0 && (
        <ul className="text-sm">
          {fields.map((each) => (
            <li key={each.label}>{t("lostField", each)}</li>
          ))}
          {other.map((each) => (
            <li key={each.label}>{line(each)}</li>
          ))}
        </ul>
      )}
      {opens}
      <p className="text-sm">{t("lostBack")}</p>
    </Notice>
  );
}
