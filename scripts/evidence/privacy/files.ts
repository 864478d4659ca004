import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { canariesIn } from "./canaries";

/** Between two looks: what is made and removed within it is not seen, and work that takes longer is. */
const EVERY_MS = 100;

/** A large file that was looked at, such as the database, is looked at again no sooner than this; and at the end. */
const LARGE = 256 * 1024;
const AGAIN_MS = 5_000;

/** What a file is while it is there: looked at again only when this changes. */
function stampOf(path: string): { stamp: string; large: boolean } | undefined {
  // A file may go between being listed and being read: then there is nothing to see any more.
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) return undefined;
  return { stamp: `${found.size} ${found.mtimeMs}`, large: found.size > LARGE };
}

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return Buffer.alloc(0);
    throw error;
  }
}

/** Looks at every file of a folder again and again, and at its name; remembers what was found where. */
export function watchFiles(folder: string) {
  const looked = new Map<string, { stamp: string; at: number }>();
  const found = new Map<string, string[]>();
  /** `all`: large files too, however short ago */
  const look = (all = false): void => {
    const at = performance.now();
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      const path = join(folder, name);
      const file = stampOf(path);
      const before = looked.get(path);
      if (file === undefined || before?.stamp === file.stamp) continue;
      if (before && file.large && !all && at - before.at < AGAIN_MS) continue;
      looked.set(path, { stamp: file.stamp, at });
      const where = relative(folder, path);
      const here = [...canariesIn(contentOf(path)), ...canariesIn(where)];
      found.set(where, [...new Set([...(found.get(where) ?? []), ...here])]);
    }
  };
  const timer = setInterval(() => look(), EVERY_MS);
  timer.unref();
  return { look, found, stop: () => clearInterval(timer) };
}
