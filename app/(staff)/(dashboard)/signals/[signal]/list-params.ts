import { createLoader, createSerializer, parseAsInteger } from "nuqs/server";

/** What of a signal's list is in its address: the page. */
const params = { page: parseAsInteger.withDefault(1) };

export const loadSignalParams = createLoader(params);
export const signalAddress = createSerializer(params);
