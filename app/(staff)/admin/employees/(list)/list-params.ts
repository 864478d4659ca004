import { createLoader, parseAsStringLiteral } from "nuqs/server";
import { EMPLOYEE_STATES } from "@/server/employees/input";

/** What of the list is in its address: the state. A name that was searched for never is. */
export const listParams = { state: parseAsStringLiteral(EMPLOYEE_STATES) };

export const loadListChoices = createLoader(listParams);

/** Employees on one page of the list. */
export const pageSize = 25;
