/**
 * FHIR R4 JSON as it comes in: unvalidated. Every accessor takes `unknown` and answers `undefined` (or an
 * empty list) for what is absent or has another shape, so that a part mapper never throws on odd data.
 * Source of the shapes: http://hl7.org/fhir/R4/datatypes.html.
 */
export type FhirResource = { resourceType: string; id?: string; [key: string]: unknown };
export type FhirElement = { [key: string]: unknown };
export type Coding = { system?: string; version?: string; code?: string; display?: string };

/** A reference taken apart; `type` and `id` are known when the literal reference names them. */
export type FhirReference = {
  /** The literal reference as written: `Patient/1`, `urn:uuid:…`, `#contained`, `https://…/Patient/1`. */
  reference?: string;
  type?: string;
  id?: string;
  display?: string;
  identifier?: { system?: string; value?: string };
};

/** A value of a choice element (`value[x]`): `type` is the suffix, e.g. `Quantity`, `DateTime`. */
export type FhirChoice = { type: string; value: unknown };

/** Whether `value` is a JSON object (not null, not a list). */
export function isElement(value: unknown): value is FhirElement {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether `value` can be a resource: a `resourceType` that looks like a type name and no odd `id`. */
export function isResource(value: unknown): value is FhirResource {
  if (!isElement(value) || typeof value.resourceType !== "string") return false;
  return (
    /^[A-Z][A-Za-z]{1,63}$/.test(value.resourceType) &&
    (value.id === undefined || typeof value.id === "string")
  );
}

/** The elements in a repeating field; a single object counts as a list of one. */
export function elementsOf(value: unknown): FhirElement[] {
  if (Array.isArray(value)) return value.filter(isElement);
  return isElement(value) ? [value] : [];
}

/**
 * A non-empty trimmed string. Numbers and booleans are not texts. U+0000 falls away: the database would keep the text
 * whole and read it up to there (the resource itself is kept escaped).
 */
export function stringOf(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const trimmed = value.replaceAll("\0", "").trim();
  return trimmed === "" ? undefined : trimmed;
}

/** The non-empty strings in a repeating primitive. */
export function stringsOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.map(stringOf).filter((text) => text !== undefined);
}

/** A finite number. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** A boolean. */
export function booleanOf(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

/** All codings of a CodeableConcept, of a list of them, or of a bare Coding. */
export function codingsOf(concept: unknown): Coding[] {
  return elementsOf(concept).flatMap((element) => {
    const found = elementsOf(element.coding);
    const bare = found.length === 0 && ("code" in element || "system" in element) ? [element] : found;
    return bare.map((coding) => ({
      system: stringOf(coding.system),
      version: stringOf(coding.version),
      code: stringOf(coding.code),
      display: stringOf(coding.display),
    }));
  });
}

/** The first coding, or the first of the given code system. */
export function codingOf(concept: unknown, system?: string): Coding | undefined {
  return codingsOf(concept).find((coding) => system === undefined || coding.system === system);
}

/** Whether the concept carries one of these codes of that system. */
export function hasCode(concept: unknown, system: string, ...codes: string[]): boolean {
  return codingsOf(concept).some(
    (coding) => coding.system === system && coding.code !== undefined && codes.includes(coding.code),
  );
}

/**
 * What a person reads for a CodeableConcept, Coding, Annotation, or a list of them (joined by `, `): its text,
 * else the first display, else the first code. A plain string is its own text.
 */
export function textOf(concept: unknown): string | undefined {
  if (typeof concept === "string") return stringOf(concept);
  if (Array.isArray(concept)) {
    const texts = concept.map(textOf).filter((text) => text !== undefined);
    return texts.length === 0 ? undefined : texts.join(", ");
  }
  if (!isElement(concept)) return undefined;
  const codings = codingsOf(concept);
  return (
    stringOf(concept.text) ??
    codings.find((coding) => coding.display !== undefined)?.display ??
    codings.find((coding) => coding.code !== undefined)?.code
  );
}

/** The notes (Annotation list) as paragraphs. */
export function noteOf(annotations: unknown): string | undefined {
  const texts = elementsOf(annotations).flatMap((note) => stringOf(note.text) ?? []);
  return texts.length === 0 ? undefined : texts.join("\n\n");
}

/** The value of a choice element: `choiceOf(observation, "value")` finds `valueQuantity`, `valueString`, … */
export function choiceOf(element: unknown, name: string): FhirChoice | undefined {
  if (!isElement(element)) return undefined;
  for (const [key, value] of Object.entries(element)) {
    const type = key.slice(name.length);
    if (key.startsWith(name) && /^[A-Z]/.test(type) && value !== undefined) return { type, value };
  }
  return undefined;
}

/** All extensions with this url on an element. */
export function extensionsOf(element: unknown, url: string): FhirElement[] {
  if (!isElement(element)) return [];
  return elementsOf(element.extension).filter((extension) => extension.url === url);
}

/** The value (`value[x]`, whatever its type) of the first extension with this url. */
export function extensionValue(element: unknown, url: string): unknown {
  return choiceOf(extensionsOf(element, url)[0], "value")?.value;
}

/**
 * The extra element of a primitive (`_birthDate` beside `birthDate`), which carries its extensions; `index` for
 * a repeating primitive (`_given[1]`).
 */
export function primitiveElement(parent: unknown, name: string, index?: number): FhirElement | undefined {
  if (!isElement(parent)) return undefined;
  const beside = parent[`_${name}`];
  const found = index === undefined || !Array.isArray(beside) ? beside : beside[index];
  return isElement(found) ? found : undefined;
}

/** A Reference (or the first of a list) taken apart; `undefined` when nothing in it says whom. */
export function referenceOf(value: unknown): FhirReference | undefined {
  const element = elementsOf(value)[0];
  if (element === undefined) return undefined;
  const reference = stringOf(element.reference);
  const target = reference === undefined ? undefined : targetOf(reference);
  const identifier = isElement(element.identifier)
    ? { system: stringOf(element.identifier.system), value: stringOf(element.identifier.value) }
    : undefined;
  const found: FhirReference = {
    reference,
    type: target?.type ?? stringOf(element.type),
    id: target?.id,
    display: stringOf(element.display),
    identifier,
  };
  return (reference ?? found.display ?? identifier?.value) ? found : undefined;
}

/** Type and id named by a literal reference, relative or absolute, a version (`/_history/3`) left out. */
export function targetOf(reference: string): { type: string; id: string } | undefined {
  const match = /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9\-._]{1,128})(?:\/_history\/[^/]+)?$/.exec(reference);
  return match?.[1] !== undefined && match[2] !== undefined ? { type: match[1], id: match[2] } : undefined;
}

const COMPARATORS: Readonly<Record<string, string>> = { "<": "< ", "<=": "≤ ", ">": "> ", ">=": "≥ " };

/** A number as Dutch readers write it: decimal comma, no grouping, all its digits. */
export function numberText(value: number): string {
  return String(value).replace(".", ",");
}

/** A Quantity in words: `≤ 5,4 mmol/L`. The unit as written, else its UCUM code (the code `1` is no unit). */
export function quantityText(quantity: unknown): string | undefined {
  if (!isElement(quantity)) return undefined;
  const value = numberOf(quantity.value);
  if (value === undefined) return undefined;
  const unit = stringOf(quantity.unit) ?? stringOf(quantity.code);
  const comparator = COMPARATORS[stringOf(quantity.comparator) ?? ""] ?? "";
  return `${comparator}${numberText(value)}${unit === undefined || unit === "1" ? "" : ` ${unit}`}`;
}

/** A Range in words: `1 – 2 mg`, `≥ 1 mg`, `≤ 2 mg`. */
export function rangeText(range: unknown): string | undefined {
  if (!isElement(range)) return undefined;
  const low = quantityText(range.low);
  const high = quantityText(range.high);
  if (low !== undefined && high !== undefined) {
    return isElement(range.low) ? `${numberText(numberOf(range.low.value) ?? 0)} – ${high}` : high;
  }
  if (low !== undefined) return `≥ ${low}`;
  return high === undefined ? undefined : `≤ ${high}`;
}
