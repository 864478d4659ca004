import { isElement } from "./fhir";

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};

function entity(whole: string, name: string): string {
  if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

const decode = (text: string): string => text.replace(/&(#?[A-Za-z0-9]{1,8});/g, entity);

/**
 * The plain text of a Narrative (http://hl7.org/fhir/R4/narrative.html): block elements and `<br/>` become line
 * ends, list items get a dash, other tags go, entities are decoded. White space is one space unless the outer
 * element says `pre-wrap`, as ours does. `undefined` when nothing readable is in it.
 */
export function narrativeText(narrative: unknown): string | undefined {
  const div = isElement(narrative) ? narrative.div : narrative;
  if (typeof div !== "string") return undefined;
  const isPreformatted = /^\s*<div[^>]*white-space:\s*pre-wrap/i.test(div);
  if (isPreformatted) {
    const text = decode(div.replace(/<br\s*\/?>/gi, "\n").replace(/<[^>]*>/g, ""));
    return text.trim() === "" ? undefined : text;
  }
  const text = div
    .replace(/\s+/g, " ")
    .replace(/<li[^>]*>/gi, "\n- ")
    .replace(/<br\s*\/?>|<\/(?:p|div|tr|h[1-6]|ul|ol|table|caption)>/gi, "\n")
    .replace(/<\/t[dh]>/gi, " ")
    .replace(/<[^>]*>/g, "")
    .split("\n")
    .map((line) => decode(line).trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return text === "" ? undefined : text;
}

/** A Narrative that holds this text, white space and all. */
export function narrativeOf(text: string): { status: "additional"; div: string } {
  const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return {
    status: "additional",
    div: `<div xmlns="http://www.w3.org/1999/xhtml" style="white-space: pre-wrap">${escaped}</div>`,
  };
}
