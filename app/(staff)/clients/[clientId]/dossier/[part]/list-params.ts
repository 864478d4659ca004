import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsIndex,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";

const parseAsDay = createParser({
  parse: (text: string) =>
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null,
  serialize: (day: string) => day,
});

/** What of a part's list is in its address: nothing a person typed, only choices. `page` counts from 0 here, from 1 there. */
export const listParams = {
  page: parseAsIndex.withDefault(0),
  sort: parseAsString.withDefault("moment"),
  ascending: parseAsBoolean.withDefault(false),
  only: parseAsStringLiteral(["current", "all"]).withDefault("all"),
  from: parseAsDay,
  until: parseAsDay,
  /** `<column>.<code>` each */
  filter: parseAsArrayOf(parseAsString).withDefault([]),
};

export type ListChoices = inferParserType<typeof listParams>;

export const loadListChoices = createLoader(listParams);
export const listAddress = createSerializer(listParams);

/** Entries on one page. */
export const pageSize = 25;

/** Column → chosen code, from the texts in the address. */
export function filtersOf(filter: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    filter.flatMap((text) => {
      const dot = text.indexOf(".");
      return dot > 0 ? [[text.slice(0, dot), text.slice(dot + 1)]] : [];
    }),
  );
}

/** The choices as the API asks for them. */
export function listInput(part: string, choices: ListChoices) {
  return {
    part,
    filters: filtersOf(choices.filter),
    from: choices.from ?? undefined,
    until: choices.until ?? undefined,
    only: choices.only,
    sort: choices.sort.slice(0, 40),
    descending: !choices.ascending,
    page: Math.min(Math.max(choices.page, 0), 99_999) + 1,
    size: pageSize,
  };
}

/** True when something is left out by choice. */
export function isNarrowed({ only, from, until, filter }: ListChoices): boolean {
  return only !== "all" || from !== null || until !== null || filter.length > 0;
}
