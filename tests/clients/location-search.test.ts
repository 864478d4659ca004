import { expect, it } from "vitest";
import { codesOf, filterTree, findLocation, type Location } from "@/app/(staff)/locations/filter-tree";

const leaf = (code: string, name: string) => ({ code, name, clients: 1, children: [] });
const tree: Location[] = [
  {
    code: "LINDE",
    name: "De Linde",
    clients: null,
    children: [
      {
        code: "OOST",
        name: "Regio Oost",
        clients: 2,
        children: [leaf("OOST-1", "Huis Elzenhof"), leaf("O2", "Café Zonnehof")],
      },
      { code: "WEST", name: "Regio West", clients: 1, children: [leaf("WEST-1", "Huis Duinzicht")] },
    ],
  },
];

it.each([
  ["", ["LINDE", "OOST", "OOST-1", "O2", "WEST", "WEST-1"], 6],
  ["elzen", ["LINDE", "OOST", "OOST-1"], 1],
  ["huis", ["LINDE", "OOST", "OOST-1", "WEST", "WEST-1"], 2],
  ["CAFE", ["LINDE", "OOST", "O2"], 1],
  ["west", ["LINDE", "WEST", "WEST-1"], 2],
  ["regio oost", ["LINDE", "OOST", "OOST-1", "O2"], 1],
  ["zuid", [], 0],
])("searching the tree for %j keeps the way up to what is found", (term, codes, hits) => {
  const found = filterTree(tree, term);
  expect(codesOf(found.tree)).toEqual(codes);
  expect(found.hits).toBe(hits);
});

it("finds a place by its code, wherever it is", () => {
  expect(findLocation(tree, "WEST-1")?.name).toBe("Huis Duinzicht");
  expect(findLocation(tree, "ZUID")).toBeUndefined();
});
