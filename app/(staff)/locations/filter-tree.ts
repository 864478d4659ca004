import type { Outputs } from "@/app/_trpc/outputs";

export type Location = Outputs["locations"]["tree"][number];

/** Every code in the tree, in its order. */
export function codesOf<Place extends { code: string; children: Place[] }>(locations: Place[]): string[] {
  return locations.flatMap(({ code, children }) => [code, ...codesOf(children)]);
}

/** The location with this code, wherever in the tree. */
export function findLocation(locations: Location[], code: string): Location | undefined {
  for (const location of locations) {
    const found = location.code === code ? location : findLocation(location.children, code);
    if (found) return found;
  }
  return undefined;
}

/** Without accents and in small letters: "Huis Dé" is found by "huis de". */
const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/**
 * The tree of what was searched for: places whose name or code holds it, with the way up to them and what is below.
 * @returns `hits`: how many places hold it themselves
 */
export function filterTree<Place extends { code: string; name: string; children: Place[] }>(
  locations: Place[],
  term: string,
): { tree: Place[]; hits: number } {
  const wanted = plain(term.trim());
  if (wanted === "") return { tree: locations, hits: codesOf(locations).length };
  let hits = 0;
  const keep = (location: Place): Place[] => {
    const hit = plain(location.name).includes(wanted) || plain(location.code).includes(wanted);
    if (hit) hits += 1;
    const children = location.children.flatMap(keep);
    if (hit) return [{ ...location, children: children.length > 0 ? children : location.children }];
    return children.length > 0 ? [{ ...location, children }] : [];
  };
  const tree = locations.flatMap(keep);
  return { tree, hits };
}
