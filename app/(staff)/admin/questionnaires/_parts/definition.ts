import type { Outputs } from "@/app/_trpc/outputs";
import type { FieldProblem } from "@/app/_ui/error-summary";
import { Definition, type DefinitionProblem, type Question } from "@/server/questionnaires/input";

/** A questionnaire to work on, with every edition there was. */
export type Opened = Outputs["questionnaires"]["open"];

/** What an editor begins with: the concept, or else the newest edition, or nothing yet. */
export function definitionOf(opened: Opened | undefined): Definition {
  return opened?.concept ?? opened?.editions[0]?.definition ?? { title: "", intro: "", questions: [] };
}

/** The number after the highest among these codes: none is used twice, so a code means one thing in every edition. */
function nextCode(taken: readonly string[]): string {
  return String(Math.max(0, ...taken.map(Number).filter(Number.isInteger)) + 1);
}

/** An empty question, with a number that no question has or ever had in this questionnaire. */
export function newQuestion(definition: Definition, opened: Opened | undefined): Question {
  const editions = [definition, ...(opened?.editions.map((edition) => edition.definition) ?? [])];
  const code = nextCode(editions.flatMap(({ questions }) => questions.map((question) => question.code)));
  return { code, kind: "text", text: "", help: "", required: false, options: [] };
}

/** The choices that stand in these lines. One that keeps its words or its place keeps its code. */
export function optionsIn(text: string, before: Question["options"]): Question["options"] {
  const lines = text.split("\n");
  const taken = before.map(({ code }) => code);
  return lines.map((label, index) => {
    const same = before.find((option) => option.label === label);
    const here = before[index];
    const kept = same ?? (here && !lines.includes(here.label) ? here : undefined);
    const code = kept?.code ?? nextCode(taken);
    if (!kept) taken.push(code);
    return { code, label };
  });
}

/** The definition as it is stored: without empty lines among choices, and without choices where there are none. */
export function tidy(definition: Definition): Definition {
  const questions = definition.questions.map((question) => {
    const chosen = question.kind === "one" || question.kind === "many";
    const options = chosen ? question.options.filter(({ label }) => label.trim() !== "") : [];
    return { ...question, options };
  });
  return { ...definition, questions };
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
      // The choices of a question are lines of one field.
      fieldId: placeId(...(place[2] === "options" ? place.slice(0, 3) : place)),
      message: sentence(problem, typeof at === "number" ? at + 1 : null),
    };
  });
}
