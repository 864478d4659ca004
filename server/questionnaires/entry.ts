import type { AskedQuestion, questionnaires } from "@/db/schema/dossier/questionnaires";
import { DomainError } from "../core/errors";
import type { FieldProblem, FieldProblemCode } from "../core/field-problems";
import { ownQuestionnaire } from "../dossier/fhir-own";
import type { Row } from "../dossier/part";
import { answerProblems, answerText, isOpen, type QuestionProblem } from "./answers";
import type { Answer, GivenAnswers, Question } from "./input";

type Entry = Pick<Row<typeof questionnaires>, "canonical" | "edition" | "questions">;

const WORDS: Readonly<Record<QuestionProblem, FieldProblemCode>> = {
  missing: "required",
  "no-number": "not-a-number",
  "no-date": "not-a-date",
  "no-option": "not-a-choice",
  "no-yes-no": "not-a-choice",
  "no-text": "not-text",
  "too-long": "too-long",
  unknown: "not-an-answer",
};

/** The address by which an entry names one of our questionnaires. */
export const canonicalOf = (questionnaireId: string): string => ownQuestionnaire(questionnaireId);

/** Which of our questionnaires and which edition an entry answers; `undefined` for one that came from elsewhere. */
export function answeredEdition({ canonical, edition }: Entry): { id: string; edition: number } | undefined {
  const prefix = canonicalOf("");
  if (canonical === null || !canonical.startsWith(prefix) || !/^\d{1,6}$/.test(edition ?? ""))
    return undefined;
  return { id: canonical.slice(prefix.length), edition: Number(edition) };
}

/** The questions of an entry whose questionnaire we do not have: each is answered in words, none must be. */
export function questionsInWords({ questions }: Entry): Question[] {
  return questions.map(({ question }, index) => ({
    code: wordsCode(index),
    kind: "prose",
    text: question,
    help: "",
    required: false,
    options: [],
  }));
}

/** Under which code a question in words is answered: its own code may be anything. */
const wordsCode = (index: number): string => `q-${index}`;

/** What an entry answered, to go on with or to correct. An answer that no longer fits its question is left open. */
export function answersOf(questions: readonly Question[], { questions: asked }: Entry): GivenAnswers {
  const found = questions.flatMap((question, index): [string, Answer][] => {
    const line = asked.find(({ code }) => code === question.code) ?? asked[index];
    const answer = line?.value ?? line?.answer ?? undefined;
    if (answer === undefined || isOpen(answer)) return [];
    const wrong = answerProblems([question], { [question.code]: answer }, false);
    return wrong.length > 0 ? [] : [[question.code, answer]];
  });
  return Object.fromEntries(found);
}

/**
 * Refuses answers that do not fit their questions.
 * @param whole a required question may no longer be open
 * @throws DomainError `filling-refused`, with what is wrong question by question
 */
export function assertAnswers(questions: readonly Question[], answers: GivenAnswers, whole: boolean): void {
  const fields = answerProblems(questions, answers, whole).map(
    ([code, problem]): FieldProblem => ({
      path: `answers.${code}`,
      problem: WORDS[problem],
      ...(problem === "too-long" && { limit: 20_000 }),
    }),
  );
  if (fields.length > 0) throw new DomainError("filling-refused", { fields });
}

/** Questions with the answers given, as an entry keeps them: in words, and as they were given. */
export function askedOf(questions: readonly Question[], answers: GivenAnswers): AskedQuestion[] {
  return questions.map((question) => {
    const value = answers[question.code];
    const open = value === undefined || isOpen(value);
    return {
      code: question.code,
      question: question.text,
      answer: answerText(question, value),
      ...(!open && { value }),
    };
  });
}

/** As `askedOf`, for an entry whose questionnaire we do not have: its own codes and questions stay. */
export function askedInWords({ questions: asked }: Entry, answers: GivenAnswers): AskedQuestion[] {
  return asked.map((line, index) => {
    const given = answers[wordsCode(index)];
    const { value: _, ...kept } = line;
    return { ...kept, answer: typeof given === "string" && given.trim() !== "" ? given.trim() : null };
  });
}
