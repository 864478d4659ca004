import { REPRESENTATIONS, type Representation, representativesOn } from "../access/representation";
import type { FieldProblemCode } from "../core/field-problems";

/** Someone around the client who may have a power. Days are `YYYY-MM-DD`. */
export interface PersonAround {
  id: string;
  name: string;
  representation: Representation | null;
  fromDate: string | null;
  untilDate: string | null;
}

/**
 * Who decides for a client on a day (DOMAIN.md 4; WGBO art. 7:447, 7:450 and 7:465 BW, UAVG art. 5):
 * `parents` under 12 · `both` 12 to 15, client and parents together · `client` from 16 ·
 * `representative` an adult with a curator or mentor.
 */
export type Rule = "client" | "both" | "parents" | "representative";

export interface WhoDecides {
  rule: Rule;
  /** Those with the power the rule asks for; nobody where the client decides */
  people: PersonAround[];
}

const PARENTAL: readonly Representation[] = ["parent", "guardian"];
const APPOINTED: readonly Representation[] = ["curator", "mentor"];

/**
 * Whole years on a day. A birth date known to the year or month only counts as late as it can be: someone who may be
 * fifteen is fifteen.
 * @returns `null` when nothing is known of the birth date
 */
export function ageOn(birthDate: string | null, day: string): number | null {
  if (!birthDate) return null;
  const [year = "", month = "12", date = "31"] = birthDate.split("-");
  const had = `${month}-${date}` <= day.slice(5);
  return Number(day.slice(0, 4)) - Number(year) - (had ? 0 : 1);
}

/** Who decides about a client's data on a day. A client of unknown age decides as an adult. */
export function whoDecides(
  birthDate: string | null,
  around: readonly PersonAround[],
  day: string,
): WhoDecides {
  const age = ageOn(birthDate, day);
  const able = representativesOn(around, "care", day, age);
  const having = (powers: readonly Representation[]) =>
    able.filter(({ representation }) => representation !== null && powers.includes(representation));
  if (age !== null && age < 12) return { rule: "parents", people: having(PARENTAL) };
  if (age !== null && age < 16) return { rule: "both", people: having(PARENTAL) };
  const appointed = having(APPOINTED);
  if (appointed.length > 0) return { rule: "representative", people: appointed };
  return { rule: "client", people: [] };
}

/** What can be wrong with those who are said to have decided: problems of the field where they are chosen. */
export type DeciderProblem = Extract<
  FieldProblemCode,
  "decider-missing" | "decider-powerless" | "client-too-young" | "needs-both" | "client-represented"
>;

/**
 * Whether these people may decide. A Ja needs everyone the rule names (of the parents, one who has authority); a Nee or
 * a withdrawal may come from any one of them: who must agree may also refuse.
 * @param chosen `client`, or ids of people around
 */
export function deciderProblem(
  { rule, people }: WhoDecides,
  answer: "yes" | "no" | "withdrawn",
  chosen: readonly string[],
): DeciderProblem | undefined {
  if (chosen.length === 0) return "decider-missing";
  const byClient = chosen.includes("client");
  const others = chosen.filter((id) => id !== "client");
  if (others.some((id) => !people.some((person) => person.id === id))) return "decider-powerless";
  switch (rule) {
    case "client":
      return undefined;
    case "representative":
      return byClient && others.length === 0 ? "client-represented" : undefined;
    case "parents":
      return others.length === 0 ? "client-too-young" : undefined;
    case "both":
      return answer === "yes" && (!byClient || others.length === 0) ? "needs-both" : undefined;
  }
}

/** In which capacity someone decided, in Dutch. */
export function capacityOf(person: PersonAround): string {
  return person.representation
    ? REPRESENTATIONS[person.representation].label.toLowerCase()
    : "contactpersoon";
}
