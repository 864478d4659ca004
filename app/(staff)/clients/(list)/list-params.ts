import { createLoader, createSerializer, parseAsBoolean, parseAsStringLiteral } from "nuqs/server";
import { CLIENT_SORTS } from "@/server/clients/input";

/** What of the client list is in its address: the order. Never the term or the place in the list, which hold names. */
const params = {
  sort: parseAsStringLiteral(CLIENT_SORTS).withDefault("name"),
  descending: parseAsBoolean.withDefault(false),
};

export type ListOrder = { sort: (typeof CLIENT_SORTS)[number]; descending: boolean };

export const loadListOrder = createLoader(params);
export const listAddress = createSerializer(params);
