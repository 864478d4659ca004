import { createLoader, createSerializer, parseAsIndex, parseAsString } from "nuqs/server";

/** What of Overige gegevens is in its address; `page` counts from 0 here, from 1 there. */
const params = { type: parseAsString, page: parseAsIndex.withDefault(0) };

export const loadOtherChoices = createLoader(params);
export const otherAddress = createSerializer(params);

/** Resources on one page. */
export const pageSize = 25;
