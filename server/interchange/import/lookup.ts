import {
  elementsOf,
  type FhirElement,
  type FhirResource,
  isElement,
  isResource,
  stringOf,
} from "@/server/dossier/fhir";
import { linksOf, ReferenceSpace, referable } from "@/server/interchange/references";
import type { Run } from "./run";

/** A resource of an earlier import that takes part: its row's id, and what it says. */
export interface StoredResource {
  id: string;
  fullUrl: string | null;
}

const STORED = "stored";

/** The name under which the content of an earlier import's row is staged and loaded. */
export const storedKey = (id: string) => `${STORED}:${id}`;

/**
 * Finds resources for one client: those of the run, and those of earlier imports that the run does not bring anew.
 * Each is read once, so that the same reference gives the same object.
 */
export class Lookup {
  readonly #run: Run;
  readonly #mine: ReadonlySet<string>;
  readonly #storedSpace = new ReferenceSpace();
  /** `Type/id` in the earlier imports and the like → the key of its row */
  readonly #storedKeys = new Map<string, string>();
  readonly #same: ReadonlyMap<string, string>;
  readonly #loaded = new Map<string, FhirResource>();
  readonly #keys = new WeakMap<object, string>();
  /** In which resource an element stands that may be a reference */
  readonly #homes = new WeakMap<object, string>();

  /**
   * @param mine keys of the run that belong to this client; what an earlier import left is told with `add`
   * @param same keys that repeat another of this client's resources → that other
   */
  constructor(run: Run, mine: Iterable<string> = [], same: ReadonlyMap<string, string> = new Map()) {
    this.#run = run;
    this.#mine = new Set(mine);
    this.#same = same;
  }

  /** Makes a resource of an earlier import take part, which the run does not bring anew. */
  add({ id, fullUrl }: StoredResource): void {
    const json = this.#run.staging.get(storedKey(id));
    const item = referable(JSON.parse(json) as FhirResource, {
      file: STORED,
      position: id,
      json,
      ...(fullUrl !== null && { fullUrl }),
    });
    this.#storedSpace.add(item);
    this.#storedKeys.set(item.key, storedKey(id));
  }

  /** The resource under a key, of the run or stored. */
  load(key: string): FhirResource {
    const name = this.#same.get(key) ?? key;
    const known = this.#loaded.get(name);
    if (known !== undefined) return known;
    const resource = JSON.parse(this.#run.staging.get(name)) as FhirResource;
    this.#loaded.set(name, resource);
    this.#keys.set(resource, name);
    this.#settle(resource, name, 0);
    return resource;
  }

  /** The key of a resource that came from here; `undefined` for a contained one. */
  keyOf(resource: FhirResource): string | undefined {
    return this.#keys.get(resource);
  }

  /** What a reference points at, seen from the resource it stands in (or else from `from`). */
  resolve(reference: unknown, from: string): FhirResource | undefined {
    if (isResource(reference)) return reference;
    const element = elementsOf(reference)[0];
    const literal = element && linksOf(element, "", 1)[0]?.reference;
    if (element === undefined || literal === undefined) return undefined;
    const home = this.#homes.get(element) ?? from;
    if (literal.startsWith("#")) return this.#contained(literal.slice(1), home);
    const key = this.#find(literal, home) ?? this.#find(literal.replace(/\|.*$/, ""), home);
    return key === undefined ? undefined : this.load(key);
  }

  #contained(id: string, home: string): FhirResource | undefined {
    const container = this.load(home);
    if (id === "") return container;
    const inner = elementsOf(container.contained).find((each) => stringOf(each.id) === id);
    return isResource(inner) ? inner : undefined;
  }

  #find(literal: string, home: string): string | undefined {
    const file = this.#run.items.get(home)?.file;
    const stored = this.#storedSpace.resolve(literal, STORED);
    const known = "key" in stored ? this.#storedKeys.get(stored.key) : undefined;
    if (file === undefined && known !== undefined) return known;
    const found = this.#run.space.resolve(literal, file ?? STORED);
    // What an earlier import left may only find in this run what is this client's own.
    if ("key" in found && (file !== undefined || this.#mine.has(found.key))) return found.key;
    return "ambiguous" in found ? undefined : known;
  }

  #settle(value: FhirElement, home: string, depth: number): void {
    if (depth > 128) return;
    if ("reference" in value || "identifier" in value) this.#homes.set(value, home);
    for (const member of Object.values(value)) {
      for (const inner of Array.isArray(member) ? member : [member]) {
        if (isElement(inner)) this.#settle(inner, home, depth + 1);
      }
    }
  }
}
