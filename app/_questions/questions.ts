import type { Inputs, Outputs } from "@/app/_trpc/outputs";
import { formatDay } from "@/app/_ui/dates";
import { parseDay } from "@/app/_ui/parse-day";
import { typedNumber } from "@/server/dossier/instruments/measuring";
import { answerText } from "@/server/questionnaires/answers";
import type { Answer, GivenAnswers } from "@/server/questionnaires/input";

/** The id of the control of an answer: where an error leads. */
export function answerId(code: string): string {
  return `answer-${code}`;
}

export type Published = Outputs["questionnaires"]["choices"]["questionnaires"][number];
export type Filling = Outputs["questionnaires"]["filling"];
export type AskedQuestion = Filling["questions"][number];
export type FillIn = Inputs["questionnaires"]["fillIn"];

/** Answers as they stand in the form: text as typed, `yes` or `no`, the code of an option or of several. */
export type TypedAnswer = string | string[];
export type TypedAnswers = Readonly<Record<string, TypedAnswer>>;

/** An answer as someone would have typed it. */
function typedOf({ kind }: AskedQuestion, answer: Answer): TypedAnswer {
  if (Array.isArray(answer)) return answer;
  if (typeof answer === "boolean") return answer ? "yes" : "no";
  if (typeof answer === "number") return String(answer).replace(".", ",");
  return kind === "date" ? formatDay(answer) : answer;
}

/** The answers of a questionnaire that was begun, as someone would have typed them. */
export function typedAnswers({ questions, answers }: Pick<Filling, "questions" | "answers">): TypedAnswers {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const answer = answers[question.code];
      return answer === undefined ? [] : [[question.code, typedOf(question, answer)]];
    }),
  );
}

function sentOf({ kind }: AskedQuestion, typed: TypedAnswer): Answer {
  if (Array.isArray(typed)) return typed;
  if (kind === "yes-no") return typed === "yes";
  if (kind === "number") return typedNumber(typed) ?? typed;
  return kind === "date" ? (parseDay(typed) ?? typed) : typed;
}

/** What is sent: what is open is left out; what cannot be read goes as it was typed. */
export function sentAnswers(questions: readonly AskedQuestion[], typed: TypedAnswers): GivenAnswers {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const given = typed[question.code];
      const open = given === undefined || (Array.isArray(given) ? given.length === 0 : given.trim() === "");
      return open ? [] : [[question.code, sentOf(question, given)]];
    }),
  );
}

/** An answer in words, for comparing two versions. */
export function answerWords(question: AskedQuestion, typed: TypedAnswers): string {
  return answerText(question, sentAnswers([question], typed)[question.code]) ?? "";
}
