import type { Outputs } from "@/app/_trpc/outputs";
import type { FieldProblem } from "@/app/_ui/error-summary";
import { Definition, type DefinitionProblem, type Question } from "@/server/questionnaires/input";

/** A questionnaire to work on, with every edition there was. */
export type Opened = Outputs["questionnaires"]["open"];

/** What an editor begins with: the concept, or else the newest edition, or nothing yet. */
export function definitionOf(opened: Opened | undefined): Definition {
  return opened?.concept ?? opened?.editions[0]?.definition ?? { title: "", intro: "", questions: [] };
}

/** A code that no other question has; it stays with the question in every edition. */
export function newCode(): string {
  return crypto.randomUUID().slice(0, 13);
}

export function newQuestion(): Question {
  return { code: newCode(), kind: "text", text: "", help: "", required: false, options: [] };
}

/** The id of the control of a place in the definition (`questions.0.text`): where an error leads. */
export function placeId(...path: (string | number)[]): string {
  return `definition-${path.join("-")}`;
}

const PROBLEMS: readonly DefinitionProblem[] = [
  "title",
  "question",
  "options",
  "option",
  "option-twice",
  "too-long",
  "too-many",
];

/** What is wrong with a definition, by the very rule the server refuses it by; in the order of the form. */
export function problemsOf(
  definition: Definition,
  sentence: (problem: DefinitionProblem, question: number | null) => string,
): FieldProblem[] {
  const read = Definition.safeParse(definition);
  if (read.success) return [];
  return read.error.issues.map(({ path, message }) => {
    const place = path.filter((step) => typeof step === "string" || typeof step === "number");
    const [, at] = place;
    const problem = PROBLEMS.find((each) => each === message) ?? "question";
    return {
      fieldId: placeId(...place),
      message: sentence(problem, typeof at === "number" ? at + 1 : null),
    };
  });
}
