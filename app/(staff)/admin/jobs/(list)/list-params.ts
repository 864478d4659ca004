import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { RUN_STATES } from "@/server/jobs/input";

/** What of the list is in its address: choices, and the run the page before ended with. Nothing personal. */
const params = {
  job: parseAsString,
  state: parseAsStringLiteral(RUN_STATES),
  after: parseAsString,
};

export type ListChoices = inferParserType<typeof params>;

export const loadListChoices = createLoader(params);
export const listAddress = createSerializer(params);

/** The choices as the API asks for them. */
export function listInput({ job, state, after }: ListChoices) {
  return {
    functionId: job?.slice(0, 200),
    state: state ?? undefined,
    after: after?.slice(0, 64),
  };
}
