"use client";

import { useRef, useState } from "react";
import type { Filled } from "./filled";

/** What is compared with who is known already. */
const COMPARED = [
  ...["bsn", "initials", "firstNames", "callName", "lastName", "partnerLastName", "birthDate", "gender"],
  ...["street", "houseNumber", "postcode", "city", "phone", "mobile", "email"],
];

/**
 * Remembers for whom a likeness was shown: only then may the form go on, and only as long as it is still about that
 * person. Seeing it again is needed when anything changes that people are compared by.
 */
export function useAlike() {
  const sent = useRef<Filled>(undefined);
  const [seen, setSeen] = useState<Filled>();
  return {
    /** The values someone was found to look like; shown with who that is */
    seen,
    /** Whether these values may be stored: their likeness was seen */
    isSeen: (values: Filled): boolean => {
      sent.current = values;
      return seen !== undefined && COMPARED.every((key) => (seen[key] ?? "") === (values[key] ?? ""));
    },
    /** To give to the form: a likeness is shown beside the button, not as an error */
    onRefused: (reason: string | null): boolean => {
      setSeen(reason === "client-alike" ? sent.current : undefined);
      return reason === "client-alike";
    },
  };
}
