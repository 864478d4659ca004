import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { MAIL_KINDS, MAIL_STATES } from "@/server/mail/input";

/** What of the list is in its address: choices, and the mail the page before ended with. Nothing personal. */
const params = {
  kind: parseAsStringLiteral(MAIL_KINDS),
  state: parseAsStringLiteral(MAIL_STATES),
  after: parseAsString,
};

export type ListChoices = inferParserType<typeof params>;

export const loadListChoices = createLoader(params);
export const listAddress = createSerializer(params);

/** The choices as the API asks for them. */
export function listInput({ kind, state, after }: ListChoices) {
  return { kind: kind ?? undefined, state: state ?? undefined, after: after?.slice(0, 64) };
}
