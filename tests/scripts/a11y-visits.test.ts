import { describe, expect, it } from "vitest";
import { inLanes } from "@/scripts/evidence/a11y/lanes";
import { routeOf, routesOf } from "@/scripts/evidence/a11y/routes";
import { VISITS } from "@/scripts/evidence/a11y/visits";
import { parts } from "@/server/dossier/registry";

const routes = routesOf("app");

describe("the visits of the accessibility proof", () => {
  it("reach every page of the app, and no page that is not there", () => {
    expect(Object.keys(VISITS).toSorted()).toEqual(routes);
    expect(Object.entries(VISITS).filter(([, visits]) => visits.length === 0)).toEqual([]);
  });

  it("each lead to the page they stand for", () => {
    const astray = Object.entries(VISITS).flatMap(([route, visits]) =>
      visits.filter(({ at, by }) => (by ? by.at(-1) : routeOf(at, routes)) !== route),
    );
    expect(astray).toEqual([]);
  });

  it("start at a page of the app, and follow links to pages of the app", () => {
    const steps = Object.values(VISITS).flatMap((visits) =>
      visits.flatMap(({ at, by }) => [routeOf(at, routes), ...(by ?? [])]),
    );
    expect(steps.filter((step) => step === undefined || !routes.includes(step))).toEqual([]);
  });

  it("look at the list, the form, an entry and its correction of every dossier part", () => {
    const part = "/clients/[clientId]/dossier/[part]";
    for (const route of [part, `${part}/new`, `${part}/[entryId]`, `${part}/[entryId]/edit`]) {
      const seen = VISITS[route]?.map(({ at }) => at.split("/")[4]);
      expect(seen, route).toEqual(parts.map(({ slug }) => slug));
    }
  });
});

describe("which page answers an address", () => {
  const known = ["/a/[one]", "/a/new", "/a/[one]/[two]", "/a/new/[two]", "/"];

  it.each([
    ["/a/new", "/a/new"],
    ["/a/7", "/a/[one]"],
    ["/a/7?page=2#top", "/a/[one]"],
    ["/a/new/7", "/a/new/[two]"],
    ["/a/6/7", "/a/[one]/[two]"],
    ["/", "/"],
    ["/b", undefined],
    ["/a/1/2/3", undefined],
  ])("%s is %s", (address, route) => {
    expect(routeOf(address, known)).toBe(route);
  });
});

describe("two lanes", () => {
  it("do everything once, two at a time, and give the results in order", async () => {
    let busy = 0;
    let most = 0;
    const results = await inLanes([5, 4, 3, 2, 1], async (item) => {
      most = Math.max(most, ++busy);
      for (let turn = 0; turn < item; turn++) await Promise.resolve();
      busy--;
      return item * 2;
    });
    expect(results).toEqual([10, 8, 6, 4, 2]);
    expect(most).toBe(2);
  });
});
