import { makePen as makeDemoPen } from "@/db/seed/pen";
import type { DemoPen } from "@/server/dossier/demo-pen";

/** The moment all test pens write at: Wednesday 18 November 2026, 12:00 in Amsterdam. */
export const PEN_NOW = Date.UTC(2026, 10, 18, 11);

const CARE_KINDS = ["pg", "somatic", "ggz", "home"] as const;
const PLACES = { pg: "OOST-1", somatic: "WEST-1", ggz: "WEST-2", home: "OOST-2" } as const;

/**
 * The pen of the demo organisation, for tests of `demo`: the same number always writes the same entries.
 * Care kind and gender go round with the number unless given.
 */
export function makePen(
  number: number,
  fill: DemoPen["fill"] = "normal",
  given: Partial<DemoPen["client"]> = {},
): DemoPen {
  const gender = number % 2 === 0 ? "female" : "male";
  const client: DemoPen["client"] = {
    number,
    name: gender === "female" ? "mevrouw Verhoeven" : "meneer Verhoeven",
    callName: gender === "female" ? "Riet" : "Wim",
    gender,
    birthDate: "1938-04-12",
    inCareSince: "2023-02-01",
    careKind: CARE_KINDS[number % 4] ?? "pg",
    ...given,
  };
  return makeDemoPen({ client, fill, location: PLACES[client.careKind], until: PEN_NOW }, "test");
}
