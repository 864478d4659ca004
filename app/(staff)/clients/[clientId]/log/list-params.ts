import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsInteger,
} from "nuqs/server";
import { parseDay } from "@/app/_ui/parse-day";

const parseAsDay = createParser({ parse: (text: string) => parseDay(text) ?? null, serialize: String });

/** What of the overview is in its address: the period, and the row beside which the page begins. */
const params = { from: parseAsDay, until: parseAsDay, older: parseAsInteger, newer: parseAsInteger };

export type LogChoices = inferParserType<typeof params>;

export const loadLogChoices = createLoader(params);
export const logAddress = createSerializer(params);

/** Rows on one page: more than elsewhere, since the same act again is told once. */
const SIZE = 50;

/** The choices as the API asks for them; a period the wrong way round is no period. */
export function logInput({ from, until, older, newer }: LogChoices) {
  const turned = from !== null && until !== null && until < from;
  return {
    from: from && !turned ? from : undefined,
    until: until && !turned ? until : undefined,
    place: older !== null ? { older } : newer !== null ? { newer } : ("newest" as const),
    size: SIZE,
  };
}
