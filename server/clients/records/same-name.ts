import { compare } from "../match/compare";
import { prepare } from "../match/person";

/** Forms of address and prefixes: what two names may share without being one. */
const NO_NAME =
  /^(?:mevrouw|mevr|mw|mej|heer|dhr|dr|drs|ir|mr|prof|van|von|de|den|der|het|'t|te|ten|ter|op|in|aan|la|le|el|al)\.?$/i;

const wordsOf = (name: string) =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .trim()
    .split(/[\s-]+/)
    .filter((word) => word !== "" && !NO_NAME.test(word));

function preparedFrom([first = "", ...rest]: readonly string[]) {
  const given = first.includes(".") || first.length === 1 ? { initials: first } : { callName: first };
  return prepare({ ...given, lastName: rest.join("-") });
}

/**
 * Whether two names as people type them in one field may be of one person: a slip, a name by marriage, initials. One
 * word alone must be in the other.
 */
export function mayBeOneName(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length < 2 || b.length < 2) return a.some((word) => b.includes(word));
  const { given, surname } = compare(preparedFrom(a), preparedFrom(b));
  return given !== "different" && surname !== "different";
}
