import { DISCIPLINES } from "./codes";
import { elementsOf, referenceOf, stringOf, textOf } from "./fhir";
import { humanName } from "./fhir-person";
import type { TakeContext } from "./part";

type Discipline = keyof typeof DISCIPLINES;

function named(resource: unknown, context: Pick<TakeContext, "resolve">, depth: number): string | undefined {
  const found = elementsOf(resource)[0];
  if (found === undefined || depth > 2) return undefined;
  const behind = found.practitioner ?? found.organization;
  if (found.resourceType === "PractitionerRole") {
    const name = nameBehind(behind, context, depth + 1);
    const role = textOf(found.specialty) ?? textOf(found.code);
    return name !== undefined && role !== undefined ? `${name}, ${role}` : name;
  }
  return stringOf(found.name) ?? humanName(found.name)?.text;
}

function nameBehind(
  reference: unknown,
  context: Pick<TakeContext, "resolve">,
  depth: number,
): string | undefined {
  const element = elementsOf(reference)[0];
  if (element === undefined) return undefined;
  return named(context.resolve(element), context, depth) ?? referenceOf(element)?.display;
}

/**
 * Name and function behind a reference to a practitioner, role, organisation or related person: from the resource
 * where it came along, else the reference's display. `undefined` when neither names anyone.
 */
export function authorOf(reference: unknown, context: Pick<TakeContext, "resolve">): string | undefined {
  return nameBehind(reference, context, 0);
}

/** The discipline named after the comma in `Fatima El Amrani, verzorgende`; `other` when none of ours is. */
export function disciplineOf(author: string | undefined): Discipline {
  const role = author?.split(",").slice(1).join(",").trim().toLowerCase() ?? "";
  const exact = (Object.keys(DISCIPLINES) as Discipline[]).find(
    (code) => DISCIPLINES[code].toLowerCase() === role,
  );
  return exact ?? "other";
}
