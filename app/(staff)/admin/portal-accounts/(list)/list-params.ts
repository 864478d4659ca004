import { createLoader, parseAsStringLiteral } from "nuqs/server";
import { PORTAL_STATES } from "@/server/portal/input";

/** What of the list is in its address: the state. A name that was searched for never is. */
export const listParams = { state: parseAsStringLiteral(PORTAL_STATES) };

export const loadListChoices = createLoader(listParams);

/** Accounts on one page of the list. */
export const pageSize = 25;
