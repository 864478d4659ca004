import { z } from "zod";
import { Answer } from "./input";

const id = z.string().max(64);

/** A questionnaire asked of someone in the portal, by their relation to the client. */
export const AskActivity = z.object({
  relationId: id,
  questionnaireId: id,
  /** `YYYY-MM-DD`; what cannot be read is told at its field */
  dueOn: z.string().max(40),
  instruction: z.string().trim().max(1000).default(""),
  requestKey: z.string().min(8).max(64),
});

/** One that was asked. */
export const OneActivity = z.object({ activityId: id });

const answers = z.record(z.string().max(80), Answer);

/** What is answered so far, or all of it. */
export const AnswerActivity = OneActivity.extend({ answers });
