import { readdirSync } from "node:fs";
import { dirname, sep } from "node:path";

/**
 * Every page of the app as its address, from the files: `app/(staff)/clients/[clientId]/(general)/page.tsx` is
 * `/clients/[clientId]`.
 */
export function routesOf(app: string): string[] {
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((path) => path === "page.tsx" || path.endsWith(`${sep}page.tsx`))
    .map((path) =>
      dirname(path)
        .split(sep)
        .filter((segment) => segment !== "." && !segment.startsWith("(")),
    )
    .map((segments) => `/${segments.join("/")}`)
    .toSorted();
}

const segmentsOf = (path: string) => path.split("/").filter(Boolean);
const isFree = (segment: string) => segment.startsWith("[");

/** Which page answers an address: as the framework chooses, written segments before free ones. */
export function routeOf(address: string, routes: readonly string[]): string | undefined {
  const asked = segmentsOf(new URL(address, "http://localhost").pathname);
  const fitting = routes.filter((route) => {
    const segments = segmentsOf(route);
    return (
      segments.length === asked.length &&
      segments.every((segment, at) => isFree(segment) || segment === asked[at])
    );
  });
  const freeAt = (route: string) => segmentsOf(route).map((segment) => (isFree(segment) ? "1" : "0"));
  return fitting.toSorted((one, other) => freeAt(one).join("").localeCompare(freeAt(other).join("")))[0];
}
