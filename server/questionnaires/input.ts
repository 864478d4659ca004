import { z } from "zod";

/** How a question is answered, in the order the choice shows them. */
export const QUESTION_KINDS = ["text", "prose", "number", "date", "yes-no", "one", "many"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** A word for what is wrong with a definition; the page has the sentence. */
export type DefinitionProblem =
  | "title"
  | "question"
  | "options"
  | "option"
  | "option-twice"
  | "too-long"
  | "too-many";
const wrong = (problem: DefinitionProblem) => ({ message: problem });

const code = z.string().regex(/^[a-z0-9-]{1,40}$/);

const OptionOf = z.object({
  code,
  label: z.string().trim().min(1, wrong("option")).max(200, wrong("too-long")),
});

/** A question; its code stays the same in every edition, so that answers can be compared. */
export const Question = z
  .object({
    code,
    kind: z.enum(QUESTION_KINDS),
    text: z.string().trim().min(1, wrong("question")).max(500, wrong("too-long")),
    help: z.string().trim().max(1000, wrong("too-long")),
    required: z.boolean(),
    /** The choices, for kinds `one` and `many` */
    options: z.array(OptionOf).max(50),
  })
  .superRefine(({ kind, options }, context) => {
    if (kind !== "one" && kind !== "many") return;
    if (options.length < 2) context.addIssue({ code: "custom", path: ["options"], ...wrong("options") });
    options.forEach(({ label }, index) => {
      const twice = options.findIndex((other) => other.label === label) < index;
      if (twice && label !== "")
        context.addIssue({ code: "custom", path: ["options", index, "label"], ...wrong("option-twice") });
    });
  });
export type Question = z.output<typeof Question>;

/** A questionnaire as it is made: a title, words above it, and its questions in order. */
export const Definition = z
  .object({
    title: z.string().trim().min(1, wrong("title")).max(120, wrong("too-long")),
    intro: z.string().trim().max(2000, wrong("too-long")),
    questions: z.array(Question).max(100, wrong("too-many")),
  })
  .refine(({ questions }) => new Set(questions.map((each) => each.code)).size === questions.length);
export type Definition = z.output<typeof Definition>;

const id = z.string().max(64);
const version = z.number().int().min(1);

/** A profile questionnaire, by its id. */
export const OneQuestionnaire = z.object({ id });
/** The concept of a new questionnaire (without `id`), or of one that exists, with the version that was read. */
export const SaveConcept = z.object({
  id: id.optional(),
  version: version.optional(),
  requestKey: z.string().min(8).max(64),
  definition: Definition,
});
/** Publish, end, take up again, or drop the concept of: with the version that was read. */
export const ChangeQuestionnaire = z.object({ id, version });

/** What a person answers: text, a day `YYYY-MM-DD`, a number, yes or no, the code of an option or several. */
export const Answer = z.union([
  z.string().max(100_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(40)).max(50),
]);
export type Answer = z.output<typeof Answer>;
export type GivenAnswers = Readonly<Record<string, Answer>>;

/** A questionnaire filled in for a client: half-way (`submit` false) or handed in. */
export const FillIn = z.object({
  requestKey: z.string().min(8).max(64),
  /** A questionnaire of ours and the edition that was read; absent for one that came from elsewhere */
  questionnaireId: id.optional(),
  edition: z.number().int().min(1).optional(),
  /** The entry that was begun or handed in before, with the version that was read */
  entryId: id.optional(),
  version: version.optional(),
  answers: z.record(z.string().max(80), Answer),
  filledInBy: z.string().trim().max(200).default(""),
  note: z.string().trim().max(4000).default(""),
  reason: z.string().trim().max(500).default(""),
  submit: z.boolean(),
});
/** An entry of the part questionnaires. */
export const OneFilling = z.object({ entryId: id });
