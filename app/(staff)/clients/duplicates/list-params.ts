import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsInteger,
  parseAsStringLiteral,
} from "nuqs/server";
import { DUPLICATES_SHOWN } from "@/server/duplicates/input";

/** What of the list is in its address. */
const params = {
  show: parseAsStringLiteral(DUPLICATES_SHOWN).withDefault("open"),
  client: parseAsInteger,
  page: parseAsInteger.withDefault(1),
};

export type ListChoices = inferParserType<typeof params>;

export const loadListChoices = createLoader(params);
const serialize = createSerializer(params);

/** Where a list with these choices is. */
export function listAddress(choices: Partial<ListChoices>): string {
  return serialize("/clients/duplicates", choices);
}

const among = (value: number, from: number, until: number) => Math.min(Math.max(value, from), until);

/** The choices as the API asks for them; an odd number in the address is brought within bounds. */
export function listInput({ show, client, page }: ListChoices) {
  const number = client === null ? undefined : among(client, 1, 9_999_999);
  return { show, client: number, page: among(page, 1, 10_000) };
}
