"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Notice } from "./notice";

export type FieldProblem = { fieldId: string; message: string };

/**
 * Above a form that could not be sent: each line leads to its field. Takes focus whenever `problems` is a new,
 * non-empty list, so render it with the list of the last submit, not of each keystroke.
 */
export function ErrorSummary({ problems }: { problems: FieldProblem[] }) {
  const t = useTranslations("ui");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="danger" title={t("errorSummary", { count: problems.length })}>
        <ul>
          {problems.map((problem) => (
            <li key={problem.fieldId}>
              <a href={`#${problem.fieldId}`} className="inline-block py-0.5">
                {problem.message}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
