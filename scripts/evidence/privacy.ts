import { complain, type Line } from "./line";
import { CANARIES, canariesIn } from "./privacy/canaries";
import { openProduct, type Product } from "./privacy/product";
import { SINKS } from "./privacy/sinks";
import { WALKS, type Walk } from "./privacy/walks";

/** What was found: each hit as `sink: canary`, and the canaries that were never planted. */
export interface Found {
  hits: string[];
  unplanted: string[];
}

/** A walk that cannot be walked proves nothing: says which, and what the product said last. */
function broken(walk: string, error: unknown, { heard }: Product): never {
  const why = error instanceof Error ? error.message : String(error);
  throw new Error(`The walk "${walk}" broke off: ${why}\n${heard.lines.slice(-5).join("")}`);
}

/** Goes through the product and looks into every sink. A canary counts as planted when it was really sent in. */
export async function search(walks: readonly Walk[]): Promise<Found> {
  const product: Product = await openProduct();
  try {
    for (const { name, go } of walks)
      await go(product).catch((error: unknown) => broken(name, error, product));
    await product.engine.settled();
    const hits: string[] = [];
    for (const { name, hits: find } of SINKS)
      hits.push(...new Set((await find(product)).map((what) => `${name}: ${what}`)));
    const planted = new Set(product.seen.sent.flatMap(canariesIn));
    return { hits, unplanted: Object.keys(CANARIES).filter((name) => !planted.has(name)) };
  } finally {
    await product.close();
  }
}

/** Plants canaries by the ways people use, and shows that none gets where nothing personal may come (SECURITY.md F1). */
export async function run(): Promise<Line[]> {
  const { hits, unplanted } = await search(WALKS);
  complain(
    hits,
    unplanted.map((name) => `never planted: ${name}`),
  );
  const canaries = unplanted.length === 0 ? Object.keys(CANARIES).length : 0;
  return [{ canaries, sinks: SINKS.length, hits: hits.length }];
}
