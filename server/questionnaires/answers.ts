import type { Answer, GivenAnswers, Question } from "./input";

/** Why an answer is refused; the page has the sentence. */
export type QuestionProblem =
  | "missing"
  | "no-number"
  | "no-date"
  | "no-option"
  | "no-yes-no"
  | "no-text"
  | "too-long"
  | "unknown";

const LONGEST: Readonly<Record<"text" | "prose", number>> = { text: 500, prose: 20_000 };

/** Whether this is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(moment.getTime()) &&
    moment.toISOString().startsWith(text)
  );
}

/** True for what a person left open. */
export function isOpen(answer: Answer | undefined): boolean {
  if (typeof answer === "string") return answer.trim() === "";
  return answer === undefined || (Array.isArray(answer) && answer.length === 0);
}

function problemOf({ kind, options }: Question, answer: Answer): QuestionProblem | undefined {
  const isOption = (code: unknown) => options.some((option) => option.code === code);
  switch (kind) {
    case "number":
      return typeof answer === "number" && Number.isFinite(answer) ? undefined : "no-number";
    case "date":
      return typeof answer === "string" && isDay(answer) ? undefined : "no-date";
    case "yes-no":
      return typeof answer === "boolean" ? undefined : "no-yes-no";
    case "one":
      return isOption(answer) ? undefined : "no-option";
    case "many":
      return Array.isArray(answer) && new Set(answer).size === answer.length && answer.every(isOption)
        ? undefined
        : "no-option";
    default:
      if (typeof answer !== "string") return "no-text";
      return answer.length > LONGEST[kind] ? "too-long" : undefined;
  }
}

/**
 * What is wrong with a set of answers, question by question in their order; empty when they may be stored.
 * @param whole false while it is filled in half-way: then a required question may still be open
 */
export function answerProblems(
  questions: readonly Question[],
  answers: GivenAnswers,
  whole: boolean,
): [code: string, QuestionProblem][] {
  const found: [string, QuestionProblem][] = [];
  for (const question of questions) {
    const answer = Object.hasOwn(answers, question.code) ? answers[question.code] : undefined;
    if (answer === undefined || isOpen(answer)) {
      if (whole && question.required) found.push([question.code, "missing"]);
      continue;
    }
    const problem = problemOf(question, answer);
    if (problem !== undefined) found.push([question.code, problem]);
  }
  const known = new Set(questions.map(({ code }) => code));
  const strange = Object.keys(answers).filter((code) => !known.has(code));
  return [...found, ...strange.map((code): [string, QuestionProblem] => [code, "unknown"])];
}

/** An answer as people read it, in lists, on paper and in sheets; `null` for what was left open. */
export function answerText({ kind, options }: Question, answer: Answer | undefined): string | null {
  if (answer === undefined || isOpen(answer)) return null;
  const labelOf = (code: string) => options.find((option) => option.code === code)?.label ?? code;
  if (typeof answer === "boolean") return answer ? "Ja" : "Nee";
  if (typeof answer === "number") return String(answer).replace(".", ",");
  if (Array.isArray(answer)) return answer.map(labelOf).join(", ");
  if (kind === "one") return labelOf(answer);
  return kind === "date" ? answer.split("-").reverse().join("-") : answer.trim();
}
