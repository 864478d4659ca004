"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Notice } from "./notice";

export type FieldProblem = { fieldId: string; message: string };

/**
 * Above a form that could not be sent: each line leads to its field. Takes focus when there is a problem (an object)
 * that was not in the list before: after each submit, and not when lines go because their field was mended.
 */
export function ErrorSummary({ problems }: { problems: FieldProblem[] }) {
  const t = useTranslations("ui");
  const box = useRef<HTMLDivElement>(null);
  const told = useRef<readonly FieldProblem[]>([]);
  useEffect(() => {
    const before = told.current;
    told.current = problems;
    if (problems.some((problem) => !before.includes(problem))) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="danger" title={t("errorSummary", { count: problems.length })}>
        <ul>
          {problems.map((problem) => (
            <li key={problem.fieldId}>
              <a href={`#${problem.fieldId}`} className="block w-fit py-0.5">
                {problem.message}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
