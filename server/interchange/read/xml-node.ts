import { isPrimitive, ownerOf, type Place, primitiveForm, repeats } from "@/server/interchange/read/r4-shape";

/** A FHIR XML element as it stands, before it is told what it is in JSON. */
export type XmlNode = {
  name: string;
  /** Attributes `id`, `url`, `value`. */
  id?: string;
  url?: string;
  value?: string;
  children: XmlNode[];
  /** The narrative's `div`, as text. */
  xhtml?: string;
};

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A resource element as JSON text, by http://hl7.org/fhir/R4/json.html; numbers keep their digits. */
export function resourceJson(node: XmlNode): string {
  const place = { resourceType: node.name, owner: node.name };
  return `{${[`"resourceType":${JSON.stringify(node.name)}`, ...members(node, place)].join(",")}}`;
}

/** The members of an object: children grouped by name, in the order in which each name first comes. */
function members(node: XmlNode, place: Place): string[] {
  const groups = new Map<string, XmlNode[]>();
  for (const child of node.children) {
    const group = groups.get(child.name);
    if (group === undefined) groups.set(child.name, [child]);
    else group.push(child);
  }
  const out: string[] = [];
  if (node.id !== undefined) out.push(`"id":${JSON.stringify(node.id)}`);
  if (node.url !== undefined) out.push(`"url":${JSON.stringify(node.url)}`);
  for (const [name, nodes] of groups) {
    const isList = nodes.length > 1 || repeats(place, name);
    const primitive =
      nodes.some((child) => child.value !== undefined) || isPrimitiveGroup(nodes, place, name);
    out.push(
      ...(primitive
        ? primitiveMembers(name, nodes, isList, place)
        : complexMembers(name, nodes, isList, place)),
    );
  }
  return out;
}

function isPrimitiveGroup(nodes: XmlNode[], place: Place, name: string): boolean {
  const onlyExtensions = nodes.every((node) => node.children.every((child) => child.name === "extension"));
  return onlyExtensions && nodes.every((node) => node.xhtml === undefined) && isPrimitive(place, name);
}

function primitiveMembers(name: string, nodes: XmlNode[], isList: boolean, place: Place): string[] {
  const form = primitiveForm(place, name);
  const values = nodes.map((node) =>
    node.value === undefined ? undefined : primitiveJson(node.value, form),
  );
  const beside = nodes.map((node) => {
    const inner = members({ ...node, value: undefined }, { ...place, owner: ownerOf(name) });
    return inner.length === 0 ? undefined : `{${inner.join(",")}}`;
  });
  return [...member(name, values, isList), ...member(`_${name}`, beside, isList)];
}

function complexMembers(name: string, nodes: XmlNode[], isList: boolean, place: Place): string[] {
  const values = nodes.flatMap((node) => {
    if (node.xhtml !== undefined) return [JSON.stringify(node.xhtml)];
    const resources = node.children.filter((child) => /^[A-Z]/.test(child.name));
    if (resources.length > 0) return resources.map(resourceJson);
    const inner = members(node, { ...place, owner: ownerOf(name) });
    return inner.length === 0 ? [] : [`{${inner.join(",")}}`];
  });
  return values.length === 0 ? [] : member(name, values, isList || values.length > 1);
}

/** One member; in a list, places without a value are `null`, and a list of only those is left out. */
function member(name: string, values: (string | undefined)[], isList: boolean): string[] {
  if (values.every((value) => value === undefined)) return [];
  const text = isList ? `[${values.map((value) => value ?? "null").join(",")}]` : values[0];
  return [`${JSON.stringify(name)}:${text}`];
}

/** A value that is not the number or boolean it should be stays text: read, not lost. */
function primitiveJson(value: string, form: "number" | "boolean" | "string"): string {
  if (form === "number" && JSON_NUMBER.test(value)) return value;
  if (form === "boolean" && (value === "true" || value === "false")) return value;
  return JSON.stringify(value);
}
