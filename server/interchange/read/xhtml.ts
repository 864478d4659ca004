import type { SaxesTagNS } from "saxes";

export const XHTML = "http://www.w3.org/1999/xhtml";

/** Collects a narrative's `div` as text. It is kept, never run: pages show it as text. */
export class XhtmlText {
  readonly #parts: string[] = [];
  #depth = 0;
  /** The last open tag still lacks its `>`: an empty element is written `<br/>`. */
  #open = false;

  /** Writes an opening tag; the root gets the XHTML namespace, further declarations are left out. */
  start(tag: SaxesTagNS): void {
    this.#close();
    const attributes = Object.values(tag.attributes)
      .filter((attribute) => attribute.prefix !== "xmlns" && attribute.name !== "xmlns")
      .map((attribute) => ` ${attribute.name}="${escaped(attribute.value)}"`);
    if (this.#depth++ === 0) attributes.unshift(` xmlns="${XHTML}"`);
    this.#parts.push(`<${tag.local}${attributes.join("")}`);
    this.#open = true;
  }

  text(text: string): void {
    this.#close();
    this.#parts.push(escaped(text));
  }

  /** Writes a closing tag; returns the whole text once the root is closed. */
  end(local: string): string | undefined {
    this.#parts.push(this.#open ? "/>" : `</${local}>`);
    this.#open = false;
    return --this.#depth === 0 ? this.#parts.join("") : undefined;
  }

  #close(): void {
    if (this.#open) this.#parts.push(">");
    this.#open = false;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
