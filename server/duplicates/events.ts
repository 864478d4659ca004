/** Somebody wants all clients compared now. */
export const FIND_ASKED = "duplicates/asked";
