import { DomainError } from "../core/errors";
import type { FieldProblem } from "../core/field-problems";
import { DATA_KINDS, type DataKind } from "./data-kinds";
import type { Basis } from "./rules";
import type { PartyFields } from "./start-set";

interface Typed {
  name: string;
  purpose: string;
  basis: Basis;
  legalGround: string;
  gets: readonly string[];
  addressList: boolean;
}

const LONGEST = { name: 120, purpose: 500, legalGround: 300 } as const;

/**
 * Reads a party's form. A basis other than consent names the law or rule it rests on (AVG art. 6).
 * @throws DomainError `form-invalid` with the fields
 */
export function readParty(typed: Typed): PartyFields {
  const problems: FieldProblem[] = [];
  const text = (path: keyof typeof LONGEST, required: boolean): string => {
    const value = typed[path].normalize("NFC").trim();
    if (value === "" && required) problems.push({ path, problem: "required" });
    if (value.length > LONGEST[path]) problems.push({ path, problem: "too-long", limit: LONGEST[path] });
    return value;
  };
  const name = text("name", true);
  const purpose = text("purpose", true);
  const legalGround = text("legalGround", typed.basis !== "consent");
  const gets = [...new Set(typed.gets)];
  if (gets.some((code) => !Object.hasOwn(DATA_KINDS, code)))
    problems.push({ path: "gets", problem: "not-a-choice" });
  if (gets.length === 0) problems.push({ path: "gets", problem: "required" });
  if (typed.addressList && !gets.includes("address"))
    problems.push({ path: "gets", problem: "address-not-given" });
  if (problems.length > 0) throw new DomainError("form-invalid", { fields: problems });
  return {
    ...{ name, purpose, basis: typed.basis, legalGround: legalGround === "" ? null : legalGround },
    ...{ gets: gets as DataKind[], addressList: typed.addressList },
  };
}

/**
 * Whether consent must be asked anew: someone said Ja to this organisation, for this purpose, on this basis, for these
 * data. Fewer data is still what they said Ja to; another name only when it is the same organisation.
 */
export function asksAnew(
  before: Omit<PartyFields, "gets"> & { gets: readonly string[] },
  after: PartyFields,
  sameOrganisation: boolean,
): boolean {
  const words = (text: string) => text.replace(/\s+/g, " ").toLowerCase();
  return (
    (!sameOrganisation && words(before.name) !== words(after.name)) ||
    words(before.purpose) !== words(after.purpose) ||
    before.basis !== after.basis ||
    (!before.addressList && after.addressList) ||
    after.gets.some((code) => !before.gets.includes(code))
  );
}
