import { makeTurns, type Turn } from "@/server/core/turns";
import type { Dangling, How } from "@/server/interchange/ownership";
import { type At, READ_LIMITS, type ReadLimits, type RefusalReason } from "@/server/interchange/read/item";
import { type ReadSource, readFiles } from "@/server/interchange/read/source";
import { type Referable, ReferenceSpace, referable } from "@/server/interchange/references";
import { type Identity, identityOf, lastUpdated } from "@/server/interchange/rules";
import type { Staging } from "./staging";

/** A resource of a run; its content is staged under its key. */
export interface RunItem extends Identity {
  key: string;
  file: string;
  fullUrl: string | null;
  updated: number;
  /** How often the files held it: the same id again in one file is a newer version of it */
  times: number;
}

/** What a resource became; of what several clients share the strongest counts. */
export interface Became {
  role: "client" | "carrier" | "absorbed" | "kept";
  part: string | null;
}

/** Everything one import read: one space for its references, and what became of each resource. */
export interface Run {
  space: ReferenceSpace;
  items: Map<string, RunItem>;
  staging: Staging;
  files: { name: string; read: number; skipped: number }[];
  refusals: { file: string; reason: RefusalReason; detail: string | undefined; at: At }[];
  /** Whose each resource is, by client id; filled when the run is placed */
  owners: Map<string, { clients: string[]; how: How }>;
  dangling: Dangling[];
  became: Map<string, Became>;
  /** Resources the source changed but people changed here since: stored, their entry left alone */
  edited: Map<string, { clientNumber: number; type: string; id: string }>;
  /** Resources the source changed, but that a merge left with who was merged away: not taken over */
  left: Map<string, { clientNumber: number; type: string; id: string }>;
  /** Resources whose part could not read them, kept word for word */
  unmapped: Map<string, { part: string; type: string; file: string }>;
  now: number;
  /** Lets others go first: awaited in every long loop */
  turn: Turn;
}

export interface ReadOptions {
  limits?: ReadLimits;
  turn?: Turn;
  /** Told after each resource: how many there were until now */
  onRead?(resources: number): void;
}

/**
 * Reads all files of a run into one reference space. What cannot be read is noted and the rest is read.
 * @param now epoch ms, from the clock
 */
export async function readRun(
  sources: readonly (string | ReadSource)[],
  staging: Staging,
  now: number,
  { limits = READ_LIMITS, turn = makeTurns(), onRead }: ReadOptions = {},
): Promise<Run> {
  const run: Run = {
    space: new ReferenceSpace(),
    items: new Map(),
    staging,
    files: [],
    refusals: [],
    owners: new Map(),
    dangling: [],
    became: new Map(),
    edited: new Map(),
    left: new Map(),
    unmapped: new Map(),
    now,
    turn,
  };
  const named = new Map(sources.map((source) => [typeof source === "string" ? source : source.name, source]));
  const files = new Map([...named.keys()].map((name) => [name, { name, read: 0, skipped: 0 }]));
  run.files.push(...files.values());
  let count = 0;
  for await (const found of readFiles(named.values(), limits)) {
    await turn();
    const file = files.get(found.file);
    if (file === undefined) throw new Error("The reader named a file it was not given.");
    if (found.kind === "skipped") file.skipped++;
    else file.read++;
    if (found.kind !== "skipped") onRead?.(++count);
    if (found.kind === "refused") {
      run.refusals.push({ file: found.file, reason: found.reason, detail: found.detail, at: found.at });
    }
    if (found.kind !== "resource") continue;
    const { resource, json, fullUrl } = found;
    const position = found.at.entry ?? String(found.at.line ?? 0);
    const item = referable(resource, {
      file: found.file,
      position,
      json,
      ...(fullUrl !== undefined && { fullUrl }),
    });
    add(run, item, json, {
      ...identityOf(resource, fullUrl, item.digest),
      key: item.key,
      file: found.file,
      fullUrl: fullUrl ?? null,
      updated: lastUpdated(resource),
      times: 1,
    });
  }
  return run;
}

/** The same id again in one file is another version of the same: the newest counts, of equals the last. */
function add(run: Run, referred: Referable, json: string, item: RunItem): void {
  const before = run.items.get(item.key);
  item.times += before?.times ?? 0;
  if (before !== undefined && before.updated > item.updated) {
    before.times = item.times;
    return;
  }
  run.items.set(item.key, item);
  run.space.add(referred);
  run.staging.put(item.key, json);
}

/** Notes what a resource became. */
export function became(run: Run, key: string, what: Became): void {
  const before = run.became.get(key);
  if (before === undefined || before.role === "kept" || what.role === "client") run.became.set(key, what);
}
