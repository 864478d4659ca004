import { type FhirResource, stringOf } from "@/server/dossier/fhir";
import { momentOfResource, typeWord, wordsOf } from "./resource-words";

/** Longest text shown of one resource, in characters; the export holds it whole. */
export const SHOWN_TEXT = 50_000;
/** From this size on a resource is shown as it came, without indents. */
export const LARGEST_PARSED = 500_000;

/** A resource of Overige gegevens as a list shows it. */
export interface OtherView {
  id: string;
  /** FHIR name, and the same in Dutch */
  type: string;
  typeLabel: string;
  resourceId: string;
  /** `YYYY-MM-DD` or less precise; null when it states none */
  date: string | null;
  description: string | null;
  /** Indented JSON, digit for digit as it came */
  json: string;
  /** The text is longer than is shown here */
  cut: boolean;
}

/**
 * Indents compact JSON without reading its values: `1.00` stays `1.00`, a long number keeps its digits.
 * @param json valid JSON
 */
export function indentJson(json: string): string {
  const out: string[] = [];
  let depth = 0;
  const line = () => `\n${"  ".repeat(depth)}`;
  for (const [token] of json.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s"{}[\],:]+/g)) {
    const last = out.at(-1);
    const justOpened = last === "{" || last === "[";
    if (token === "}" || token === "]") {
      depth--;
      out.push(justOpened ? token : line() + token);
      continue;
    }
    if (justOpened) out.push(line());
    out.push(token === ":" ? ": " : token === "," ? `,${line()}` : token);
    if (token === "{" || token === "[") depth++;
  }
  return out.join("");
}

/** @param row `length` is that of the whole text; `json` may be only its start */
export function otherView(row: {
  id: string;
  resourceType: string;
  resourceId: string;
  json: string;
  length: number;
}): OtherView {
  const whole = row.json.length >= row.length;
  const resource = whole ? (JSON.parse(row.json) as FhirResource) : undefined;
  const text = whole ? indentJson(row.json) : row.json;
  return {
    id: row.id,
    type: row.resourceType,
    typeLabel: typeWord(row.resourceType),
    resourceId: stringOf(resource?.id) ?? row.resourceId,
    date: (resource && momentOfResource(resource)?.date) ?? null,
    description: (resource && wordsOf(resource)) ?? null,
    json: text.slice(0, SHOWN_TEXT),
    cut: !whole || text.length > SHOWN_TEXT,
  };
}
