import type { SaxesTagNS } from "saxes";
import { isResource } from "@/server/dossier/fhir";
import {
  type At,
  type Piece,
  type ReadLimits,
  type RefusalReason,
  refused,
} from "@/server/interchange/read/item";
import { isResourceType } from "@/server/interchange/read/r4-shape";
import { XHTML, XhtmlText } from "@/server/interchange/read/xhtml";
import { resourceJson, type XmlNode } from "@/server/interchange/read/xml-node";

const FHIR = "http://hl7.org/fhir";
const HARMLESS = [
  "http://www.w3.org/2000/xmlns/",
  "http://www.w3.org/XML/1998/namespace",
  "http://www.w3.org/2001/XMLSchema-instance",
];
/** Open elements beyond this end the file: each one costs memory, also when its resource is refused already. */
const MAX_OPEN = 2_000;

/** What an open element is to the reader. */
type Frame =
  | { role: "bundle"; path?: string; next: number }
  | { role: "entry"; path: string; fullUrl?: string; hasResource: boolean }
  | { role: "wrapper"; path: string; fullUrl?: string }
  | { role: "node"; node: XmlNode }
  | { role: "ignored" };

/** The resource being built. */
type Current = { at: At; fullUrl?: string; depth: number; since: number; failed?: [RefusalReason, string?] };

/** Ends the file: nothing after it can be read. */
export class Halt extends Error {
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Turns SAX events into pieces: each resource is finished as soon as it closes, so a Bundle of any size costs the
 * memory of one resource. A resource that breaks a rule or a cap is refused and passed over; the rest is read.
 */
export class XmlBuilder {
  readonly #limits: ReadLimits;
  readonly #frames: Frame[] = [];
  #current: Current | undefined;
  #xhtml: XhtmlText | undefined;
  #pieces: Piece[] = [];

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  /** The pieces finished since the last call. */
  take(): Piece[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  /** Where reading is, for a refusal of the file as it stands. */
  get at(): At {
    for (const frame of this.#frames.toReversed()) if (frame.role === "entry") return { entry: frame.path };
    return {};
  }

  /** An element opens; `position` counts the characters read so far. */
  open(tag: SaxesTagNS, position: number): void {
    if (this.#frames.length >= MAX_OPEN) throw new Halt("too-deep");
    const parent = this.#frames.at(-1);
    const frame = this.#frameFor(parent, tag, position);
    this.#frames.push(frame);
    const current = this.#current;
    if (current === undefined || frame.role === "bundle") return;
    current.depth++;
    if (current.depth > this.#limits.depth) this.#fail("too-deep");
    if (position - current.since > this.#limits.resourceBytes) this.#fail("too-large");
  }

  /** Text between tags. FHIR has it only in narratives. */
  text(text: string): void {
    if (this.#xhtml !== undefined) this.#xhtml.text(text);
    else if (this.#frames.at(-1)?.role === "node" && /\S/.test(text)) this.#fail("not-fhir", "text");
  }

  /** An element closes. */
  close(local: string): void {
    const frame = this.#frames.pop();
    const current = this.#current;
    if (current !== undefined) current.depth--;
    const xhtml = this.#xhtml?.end(local);
    if (xhtml !== undefined) {
      this.#xhtml = undefined;
      if (frame?.role === "node") frame.node.xhtml = xhtml;
    }
    if (frame?.role === "entry" && !frame.hasResource) {
      this.#pieces.push({ kind: "skipped", at: { entry: frame.path } });
    }
    if (current === undefined || current.depth > 0) return;
    this.#current = undefined;
    if (current.failed !== undefined)
      this.#pieces.push(refused(current.failed[0], current.at, current.failed[1]));
    else if (frame?.role === "node") this.#finish(frame.node, current);
  }

  #finish(node: XmlNode, { at, fullUrl }: Current): void {
    const json = resourceJson(node);
    const resource: unknown = JSON.parse(json);
    if (!isResource(resource)) this.#pieces.push(refused("not-fhir", at, "id"));
    else
      this.#pieces.push({
        kind: "resource",
        resource,
        json,
        at,
        ...(fullUrl === undefined ? {} : { fullUrl }),
      });
  }

  #frameFor(parent: Frame | undefined, tag: SaxesTagNS, position: number): Frame {
    if (parent === undefined) return this.#resource(tag, {}, undefined, position);
    if (this.#xhtml !== undefined) {
      this.#xhtml.start(tag);
      return { role: "ignored" };
    }
    if (this.#current?.failed !== undefined || parent.role === "ignored") return { role: "ignored" };
    if (parent.role === "node") return this.#child(parent.node, tag);
    if (parent.role === "bundle") {
      if (tag.local !== "entry") return { role: "ignored" };
      const index = parent.next++;
      const path = parent.path === undefined ? String(index) : `${parent.path}.${index}`;
      return { role: "entry", path, hasResource: false };
    }
    if (parent.role === "entry") {
      if (tag.local === "fullUrl") parent.fullUrl = tag.attributes.value?.value;
      if (tag.local !== "resource") return { role: "ignored" };
      parent.hasResource = true;
      return { role: "wrapper", path: parent.path, fullUrl: parent.fullUrl };
    }
    return this.#resource(tag, { entry: parent.path }, parent.fullUrl, position);
  }

  #resource(tag: SaxesTagNS, at: At, fullUrl: string | undefined, position: number): Frame {
    if (tag.uri === FHIR && tag.local === "Bundle") return { role: "bundle", path: at.entry, next: 0 };
    if (tag.uri === FHIR && isResourceType(tag.local)) {
      this.#current = { at, fullUrl, depth: 0, since: position };
      return { role: "node", node: this.#node(tag) };
    }
    const name = /^\w{1,40}$/.test(tag.local) ? tag.local : undefined;
    this.#pieces.push(refused(tag.uri === FHIR ? "unknown-resource-type" : "not-fhir", at, name));
    return { role: "ignored" };
  }

  #child(parent: XmlNode, tag: SaxesTagNS): Frame {
    if (tag.uri === XHTML && tag.local === "div") {
      this.#xhtml = new XhtmlText();
      this.#xhtml.start(tag);
      const node: XmlNode = { name: "div", children: [] };
      parent.children.push(node);
      return { role: "node", node };
    }
    const isType = /^[A-Z]/.test(tag.local);
    const holdsTypes = parent.name === "contained" || parent.name === "resource";
    const mixed = parent.children.some((child) => /^[A-Z]/.test(child.name) !== isType);
    const odd = isType ? !holdsTypes || !isResourceType(tag.local) : parent.name === "contained";
    const named = /^[A-Za-z][A-Za-z0-9]{0,127}$/.test(tag.local) && tag.local !== "resourceType";
    if (tag.uri !== FHIR || odd || !named || (holdsTypes && mixed)) {
      this.#fail("not-fhir", named ? tag.local.slice(0, 40) : "element");
      return { role: "ignored" };
    }
    const node = this.#node(tag);
    parent.children.push(node);
    return { role: "node", node };
  }

  #node(tag: SaxesTagNS): XmlNode {
    const node: XmlNode = { name: tag.local, children: [] };
    for (const { name, uri, value } of Object.values(tag.attributes)) {
      if (name === "id" || name === "url" || name === "value") node[name] = value;
      else if (name !== "xmlns" && !HARMLESS.includes(uri)) this.#fail("not-fhir", "attribute");
    }
    return node;
  }

  /** Gives the current resource up; the first reason stands. */
  #fail(reason: RefusalReason, detail?: string): void {
    if (this.#current === undefined || this.#current.failed !== undefined) return;
    this.#current.failed = [reason, detail];
    this.#xhtml = undefined;
  }
}
