import { BOOLEANS, NUMBERS, PRIMITIVES, RESOURCE_TYPES } from "@/server/interchange/read/r4-primitives";
import { REPEATING } from "@/server/interchange/read/r4-repeating";

type Rule = { atRoot: boolean; deeper: boolean; except: ReadonlySet<string> };

function parse(table: string): ReadonlyMap<string, Rule> {
  const words = table.replace(/,\s+/g, ",").trim().split(/\s+/);
  return new Map(
    words.map((word) => {
      const [, name = "", mark, contexts = ""] = /^(\w+?)([+\-^]|_(?!\w*[+\-^]))(.*)$/.exec(word) ?? [];
      const rule = { atRoot: mark === "+" || mark === "^", deeper: mark === "+" || mark === "_" };
      return [name, { ...rule, except: new Set(contexts.split(",").filter(Boolean)) }];
    }),
  );
}

const tables = {
  repeating: parse(REPEATING),
  numbers: parse(NUMBERS),
  booleans: parse(BOOLEANS),
  primitives: parse(PRIMITIVES),
};
const resourceTypes: ReadonlySet<string> = new Set(RESOURCE_TYPES.trim().split(/\s+/));

const DATA_TYPE =
  /^[a-z]\w*?(Quantity|Money|Range|Ratio|Period|Identifier|CodeableConcept|Coding|Reference|HumanName|Address|ContactPoint|Timing|Dosage|Annotation|Attachment|SampledData|Signature|Age|Distance|Duration|Count|ContactDetail|UsageContext|Contributor|DataRequirement|Expression|ParameterDefinition|RelatedArtifact|TriggerDefinition|Meta)$/;
const PRIMITIVE_SUFFIX =
  /[a-z](?:String|DateTime|Date|Boolean|Integer|Decimal|Uri|Url|Canonical|Oid|Uuid|Markdown|Base64Binary|Instant|PositiveInt|UnsignedInt)$/;

/** Where an element stands: the innermost resource's type and its parent's name (the type itself at the root). */
export type Place = { resourceType: string; owner: string };

/** The owner name under which the children of the element `name` are looked up. */
export function ownerOf(name: string): string {
  return DATA_TYPE.exec(name)?.[1] ?? name;
}

function holds(table: ReadonlyMap<string, Rule>, { resourceType, owner }: Place, name: string): boolean {
  const rule = table.get(name);
  if (rule === undefined) return false;
  const flipped = rule.except.has(owner) || rule.except.has(`${resourceType}/${owner}`);
  return (owner === resourceType ? rule.atRoot : rule.deeper) !== flipped;
}

/** Whether the element may repeat in R4, hence is a JSON list even when it occurs once. */
export function repeats(place: Place, name: string): boolean {
  return holds(tables.repeating, place, name);
}

/** The JSON form of a primitive's value. */
export function primitiveForm(place: Place, name: string): "number" | "boolean" | "string" {
  if (holds(tables.numbers, place, name)) return "number";
  return holds(tables.booleans, place, name) ? "boolean" : "string";
}

/** Whether an element without a value is a primitive all the same (it then carries only extensions). */
export function isPrimitive(place: Place, name: string): boolean {
  const known = tables.primitives.has(name);
  if (known) return holds(tables.primitives, place, name);
  return PRIMITIVE_SUFFIX.test(name) || primitiveForm(place, name) !== "string";
}

/** Whether this is the name of an R4 resource type. */
export function isResourceType(name: string): boolean {
  return resourceTypes.has(name);
}
