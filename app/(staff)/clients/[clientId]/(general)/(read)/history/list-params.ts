import { createLoader, createSerializer, parseAsInteger, parseAsString } from "nuqs/server";

/** What of the history is in its address: the kind of thing and the page. */
const params = { kind: parseAsString.withDefault(""), page: parseAsInteger.withDefault(1) };

export const loadHistoryParams = createLoader(params);
export const historyAddress = createSerializer(params);
